import { chromium, type Browser } from 'playwright-core';
import { demoAccounts } from '../data/example/people.ts';
import { get } from './lib/http.ts';
import { median } from './lib/measure.ts';
import type { Question } from './lib/question.ts';
import { startServer } from './lib/server.ts';
import { chromium as chromiumPath } from './lib/system.ts';

const runs = 5;
/** The map must rest for so long before it counts as whole. */
const quiet_ms = 500;

/** From the address until the map of the example is drawn whole, somebody being signed in: a browser with nothing in its cache, drawing without a graphics card. */
export const map: Question = {
  name: 'map',
  asks: 'How long until the first whole map, and how much does the server send for it?',
  needs: ['chromium'],
  async run(workshop) {
    const { environment } = await workshop.example('embedded');
    const server = await startServer(environment);
    const browser = await chromium.launch({
      executablePath: chromiumPath() ?? '',
      args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox'],
    });
    try {
      const visits = [];
      for (let run = 0; run <= runs; run += 1) visits.push(await visit(browser, server.url));
      // The first reads the layers and makes the tiles: it is the server's first visitor.
      const [first, ...rest] = visits;
      // As a browser asks for them; a worker's own script is not told of in the browser's figures.
      const replies = await Promise.all(
        (first?.program ?? []).map((url) => get(url, { 'accept-encoding': 'br, gzip' })),
      );
      const sent = replies.reduce((sum, { body }) => sum + body.length, 0);
      return [
        { name: 'map.first_visitor', value: (first?.ms ?? 0) / 1000, unit: 's' },
        { name: 'map.complete', value: median(rest.map(({ ms }) => ms)) / 1000, unit: 's' },
        { name: 'map.program_sent', value: sent / 1000, unit: 'kB', bar: sentBar },
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

const sentBar = { of: 'value', atMost: 500 } as const;

interface Visit {
  readonly ms: number;
  /** Addresses of the scripts, styles and workers that were fetched. */
  readonly program: readonly string[];
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const [somebody] = demoAccounts;
    const signedIn = await context.request.post(`${url}/api/session`, {
      data: { username: somebody?.username, password: somebody?.password },
    });
    if (!signedIn.ok()) throw new Error(`Sign-in answered ${signedIn.status()}.`);
    const page = await context.newPage();
    const program = new Set<string>();
    context.on('request', (request) => {
      if (/\.(m?js|css)$/.test(new URL(request.url()).pathname)) program.add(request.url());
    });
    await page.addInitScript(watchIdle);
    await page.goto(url);
    // Data may still arrive after the map has rested once: complete is the last time it came to rest.
    const rested = await page.waitForFunction(restedSince, quiet_ms, { polling: 100, timeout: 60_000 });
    return { ms: Number(await rested.jsonValue()), program: [...program] };
  } finally {
    await context.close();
  }
}

/** In the page: remembers when the map's container last began to say that it is idle; null while it is at work. */
function watchIdle(): void {
  const page = globalThis as unknown as Page;
  page.idleSince = null;
  new page.MutationObserver(() => {
    const isIdle = page.document.querySelector('[data-map-idle="true"]') !== null;
    page.idleSince = isIdle ? (page.idleSince ?? page.performance.now()) : null;
  }).observe(page.document, { subtree: true, childList: true, attributeFilter: ['data-map-idle'] });
}

/** In the page: the milliseconds since the navigation at which the map came to rest, once it has rested long enough. */
function restedSince(quiet: number): number | false {
  const { idleSince, performance } = globalThis as unknown as Page;
  return idleSince !== null && performance.now() - idleSince > quiet ? idleSince : false;
}

/** What the two functions above use of a page; these files are compiled without a browser's types. */
interface Page {
  idleSince: number | null;
  readonly performance: { now(): number };
  readonly document: { querySelector(selector: string): object | null };
  readonly MutationObserver: new (run: () => void) => { observe(target: object, options: object): void };
}
