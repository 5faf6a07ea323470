import { hash } from '@node-rs/argon2';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPassword } from '../../data/example/people.ts';
import { createAccount, createOrganisation } from '../../server/db/account-admin.ts';
import { sv } from '../../web/text/sv.ts';
import { openDatabase } from '../helpers/engines.ts';
import { panel } from './find.ts';
import { openStage } from './stage.ts';

const roles = ['planner', 'liaison', 'analyst', 'reviewer', 'administrator'] as const;

/** A migrated database with a person of each role and nothing else: what a municipality has on its first day. */
const here = openStage(async () => {
  const database = await openDatabase('embedded');
  const { gate, clock } = database;
  const passwordHash = await hash(demoPassword);
  await gate.service('importer', async (tx) => {
    const committee = { id: clock.uuid(), code: 'namnden', name: 'Nämnden', kind: 'committee' } as const;
    const organisationId = await createOrganisation(tx, committee);
    for (const role of roles)
      await createAccount(tx, { id: clock.uuid(), username: role, name: role, organisationId, role, passwordHash });
  });
  return database;
});

const said: readonly (readonly [key: string, sentence: string])[] = [
  ['1', sv.coverage.empty],
  ['2', sv.candidates.intro],
  ['3', sv.cameraPoints.empty.title],
  ['4', sv.areas.empty.title],
  ['5', sv.data.tabs.sources],
];

test.each(roles)('every place tells a %s what would stand there', async (role) => {
  const { page } = await here.enter(role);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [key, sentence] of said) {
    await page.keyboard.press(key);
    await panel(page).getByText(sentence).first().waitFor();
    expect(await problems(page), sentence).toEqual([]);
  }
  await page.getByRole('tab', { name: sv.data.tabs.sources }).click();
  await panel(page).getByText(sv.data.sources.empty).waitFor();
  await page.getByText(sv.map.noGround).waitFor();
});

test('the first site is placed on an empty map', async () => {
  const { page } = await here.enter('planner', { path: '/tackning' });
  await page.getByRole('button', { name: sv.coverage.newSite }).click();
  await page.getByRole('button', { name: sv.coverage.useCentre }).click();
  await page.getByRole('textbox', { name: sv.coverage.fields.name, exact: true }).fill('Den första');
  await page.getByRole('button', { name: sv.coverage.createSite }).click();
  await page.getByRole('heading', { level: 1, name: 'Den första' }).waitFor();
});

test('the reviewer finds no log but what has been done', async () => {
  const { page } = await here.enter('reviewer', { path: '/data#f.tab=log' });
  await page.getByRole('heading', { level: 1, name: sv.shell.places.data }).waitFor();
  expect(await problems(page)).toEqual([]);
});

/** What reads as something gone wrong, or as a value that is not there. */
async function problems(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/undefined|NaN|null|\[object/g) ?? [];
}
