import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { demoPassword } from '../../data/example/people.ts';
import { launchBrowser, visitor, type Visitor } from '../helpers/browser.ts';
import { serve, type Database, type Served } from './serve.ts';

export interface Person extends Visitor {
  /** The browser complains of every answer that is not a success: the ones that a test brings about itself. */
  expectComplaint(about: RegExp): void;
}

interface Entering {
  readonly path?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What the browser prefers. */
  readonly locale?: string;
}

export interface Stage {
  /** Where the server of this file is; only within a test. */
  address(): string;
  database(): Database;
  /** Somebody with a browser of her own who has not signed in. */
  visit(entering?: Entering): Promise<Person>;
  /** Somebody who has signed in already. */
  enter(username: string, entering?: Entering): Promise<Person>;
}

/** A small screen of a desk: without a graphics card every dot of the map is paid for. */
const small = { width: 1000, height: 660 } as const;

/** That nobody has signed in yet is told by a 401, of which the browser complains. */
const notSignedIn = /401 \(Unauthorized\) \[[^\]]*\/api\/session\]$/;

/**
 * One server and one Chromium for a test file. Each test gets people with browsers of their own; it fails when the console
 * of any of them complained.
 */
export function openStage(open?: () => Promise<Database>): Stage {
  let served: Served;
  let browser: Browser;
  let people: { readonly person: Person; readonly expected: readonly RegExp[] }[] = [];

  // A walk is long, and a machine with other things to do draws slowly.
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(open), launchBrowser()]);
  });
  afterEach(async ({ task }) => {
    const leaving = people;
    people = [];
    if (task.result?.state === 'fail')
      await Promise.all(leaving.map(({ person }, order) => picture(person, order, task)));
    await Promise.all(leaving.map(({ person }) => person.context.close()));
    const unexpected = leaving.flatMap(({ person, expected }) =>
      person.complaints.filter((complaint) => !expected.some((about) => about.test(complaint))),
    );
    expect(unexpected).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** What was on the screen of each when a test failed. */
  async function picture({ page }: Person, order: number, { name }: { readonly name: string }): Promise<void> {
    const path = `.cache/failed/${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}-${order + 1}.png`;
    await page.screenshot({ path }).catch(() => {});
  }

  async function arrive({ viewport = small, locale }: Entering): Promise<Person> {
    const arrived = await visitor(browser, viewport, locale);
    arrived.page.setDefaultTimeout(20_000);
    const expected = [notSignedIn];
    const person = { ...arrived, expectComplaint: (about: RegExp) => void expected.push(about) };
    people.push({ person, expected });
    return person;
  }
  return {
    address: () => served.address,
    database: () => served.database,
    async visit(entering = {}) {
      const person = await arrive(entering);
      await person.page.goto(served.address + (entering.path ?? '/'));
      return person;
    },
    async enter(username, entering = {}) {
      const person = await arrive(entering);
      const reply = await person.context.request.post(`${served.address}/api/session`, {
        data: { username, password: demoPassword },
      });
      expect(reply.status(), `${username} signs in`).toBe(200);
      await person.page.goto(served.address + (entering.path ?? '/'));
      return person;
    },
  };
}
