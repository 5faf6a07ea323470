import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportJob } from '#core/wire/imports.ts';
import { sv as site } from '../../web/text/sv.ts';
import { desktop, phone } from '../helpers/browser.ts';
import { expectAccessible } from './axe.ts';
import { button, heading, panel, told } from './find.ts';
import { crimesInLocalZone, plainCrimes, plannedMounts, surveyWithUnknownArea } from './import-samples.ts';
import { choose, counted, drop, en, listed, page as path, read, sv } from './import-steps.ts';
import { mapColours, mapDrawn, pixelsOf } from './on-the-map.ts';
import { openStage } from './stage.ts';

const here = openStage();

/** What is shown of a file before it is read in. */
const draft = '#0b63ce';

test('an analyst drops a Swedish file, mends what is wrong, sees it on the map, publishes it and takes it back', async () => {
  const { page } = await here.enter('analytiker', { path, viewport: desktop });
  await page.getByText(sv.list.empty, { exact: true }).waitFor();
  await expectAccessible(page, 'nothing read in yet');
  await drop(page, [crimesInLocalZone('Brott 2026.csv', 120)]);

  // How it is understood: nobody has said anything of it.
  await heading(page, 'Brott 2026.csv').waitFor();
  const chosen = (name: string) =>
    page.getByRole('combobox', { name, exact: true }).locator('option:checked').innerText();
  await expect.poll(() => chosen(sv.describe.kind)).toBe('Brott och händelser (punkter)');
  await page.getByText('Ser ut som brott och händelser (punkter): den har Brottstyp, Händelsedatum.').waitFor();
  expect(await chosen(sv.describe.encoding)).toBe(sv.describe.guessed('ISO-8859-1'));
  expect(await chosen(sv.describe.delimiter)).toBe(sv.describe.guessed('semikolon'));
  expect(await chosen(sv.describe.crs)).toBe(sv.describe.guessed('SWEREF 99 15 00'));
  const rows = page.getByRole('region', { name: sv.describe.rowsCaption });
  expect(await rows.innerText()).toContain('Skadegörelse');
  expect(await rows.innerText()).not.toContain('19121212');
  await mapDrawn(page);
  await expect.poll(async () => pixelsOf(await mapColours(page), draft)).toBeGreaterThan(2_000);
  const legend = page.getByRole('region', { name: site.map.legend });
  await legend.getByText(site.legend.preview.points).waitFor();
  const finding = sv.file.findings.swapped_headings!({ lat: 'Nord', lon: 'Öst' });
  await page.getByText(finding).waitFor();
  await expectAccessible(page, 'a draft with findings');
  await button(page, sv.describe.takes.swapColumns).click();
  await page.getByText(finding).waitFor({ state: 'hidden' });
  expect(await chosen('Longitud eller öst')).toBe('Nord');

  // Leaving and coming back: the import is in the list, with what was said of it.
  const address = page.url();
  await page.getByRole('link', { name: site.shell.places.areas }).click();
  await legend.getByText(site.legend.preview.points).waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: site.shell.places.data }).click();
  await page.getByRole('tab', { name: site.data.tabs.import }).click();
  await listed(page, 'Brott 2026').getByRole('button').click();
  expect(page.url().replace(/vy=[^&]*/, '')).toBe(address.replace(/vy=[^&]*/, ''));
  await expect.poll(() => chosen('Longitud eller öst')).toBe('Nord');

  await read(page);
  expect(await counted(page, 'read')).toBe('120');
  expect(await counted(page, 'new')).toBe('118');
  expect(await counted(page, 'refused')).toBe('2');
  const refused = page.getByRole('table', { name: sv.refused.caption('2') });
  expect(await refused.innerText()).toMatch(/9\s+Longitud[^]*läge saknas|läge saknas/);
  expect(await refused.innerText()).toContain(sv.refused.notShown);
  expect(await panel(page).innerText()).not.toContain('19121212');
  await expectAccessible(page, 'ready to be looked over');
  const source = async () => {
    const sources = (await (await page.request.get(`${here.address()}/api/sources`)).json()) as { name: string }[];
    return sources.some(({ name }) => name === 'Brott 2026');
  };
  expect(await source()).toBe(false);

  await button(page, sv.review.publish).click();
  await told(page, sv.review.published('Brott 2026')).waitFor();
  await expectAccessible(page, 'published');
  await button(page, sv.review.toMap).click();
  await legend.getByText(site.legend.densityTitles.recorded_crime('senaste 36 månaderna')).waitFor();
  await button(page, sv.review.toSources).click();
  await panel(page).getByRole('heading', { name: 'Brott 2026' }).waitFor();

  await page.goto(address);
  await button(page, sv.review.undo).click();
  await told(page, sv.review.undone).waitFor();
  await panel(page).getByText(sv.states.undone).first().waitFor();
  expect(await source()).toBe(false);
});

test('what the liaison brings in is seen by nobody else, not even by its name', async () => {
  const liaison = await here.enter('polis', { path });
  await choose(liaison.page, plannedMounts('hemlig-lista.csv'));
  const option = (name: RegExp) => liaison.page.getByRole('textbox', { name });
  for (const name of [/^Myndighet/, /^Beslutande/])
    if (await option(name).count()) await option(name).fill('Polismyndigheten');
  await liaison.page.keyboard.press('Tab');
  await read(liaison.page);
  expect(await counted(liaison.page, 'new')).toBe('2');
  expect(await counted(liaison.page, 'refused')).toBe('1');
  await liaison.page.getByText(sv.refused.noValues).waitFor();
  expect(
    await liaison.page.evaluate<string>(`JSON.stringify([{ ...sessionStorage }, { ...localStorage }])`),
  ).not.toContain('hemlig');
  await button(liaison.page, sv.review.publish).click();
  await panel(liaison.page).getByText(sv.states.published).first().waitFor();

  const { page } = await here.enter('administrator', { path });
  await page.getByRole('heading', { name: sv.list.title }).waitFor();
  const seen = await page.request.get(`${here.address()}/api/imports`);
  expect(await seen.text()).not.toMatch(/hemlig|KP-9/);
  expect(await panel(page).innerText()).not.toMatch(/hemlig|KP-9/);
  // The control: she sees what the analyst brings in.
  const analyst = await here.enter('analytiker', { path });
  await choose(analyst.page, plainCrimes('öppen-lista.csv', 20));
  await page.reload();
  await listed(page, 'öppen-lista').waitFor();
});

test('a second file of a kind waits and says so, and is read when the first is stopped', async () => {
  const { page } = await here.enter('analytiker', { path });
  await choose(page, plainCrimes('stor.csv', 250_000));
  await button(page, sv.describe.read).click();
  await page.getByText(/rader lästa/).waitFor();
  const first = page.url();
  await expectAccessible(page, 'being read');
  await button(page, sv.back).click();
  await choose(page, plainCrimes('liten.csv', 30));
  await button(page, sv.describe.read).click();
  await page.getByText(sv.read.waiting).waitFor();
  await expectAccessible(page, 'waiting for its turn');
  const second = page.url();
  await page.goto(first);
  await button(page, sv.read.cancel).click();
  await panel(page).getByText(sv.ended.cancelled).waitFor();
  await expectAccessible(page, 'cancelled');
  await page.goto(second);
  await button(page, sv.review.publish).waitFor({ timeout: 30_000 });
  expect(await counted(page, 'new')).toBe('30');
  await button(page, sv.review.discard).click();
  await told(page, sv.review.discarded).waitFor();
  const jobs = (await (await page.request.get(`${here.address()}/api/imports`)).json()) as ImportJob[];
  expect(jobs.filter(({ files }) => /stor|liten/.test(files.join())).map(({ state }) => state)).toEqual([
    'cancelled',
    'cancelled',
  ]);
});

test('an upload goes on from where it was when the page is loaded again and the same file chosen', async () => {
  const person = await here.enter('analytiker', { path });
  const { page } = person;
  person.expectComplaint(/ERR_FAILED|ERR_ABORTED/);
  page.on('dialog', (asked) => void asked.accept());
  const folder = mkdtempSync(join(tmpdir(), 'kp-upload-'));
  const file = join(folder, 'avbruten.csv');
  const { buffer } = plainCrimes('avbruten.csv', 250_000);
  writeFileSync(file, buffer);
  const sent: number[] = [];
  page.on('request', (request) => {
    const offset = /import-files\/[^/]+\?offset=(\d+)$/.exec(request.url())?.[1];
    if (request.method() === 'PUT' && offset) sent.push(Number(offset));
  });
  const later = /import-files\/[^/]+\?offset=[1-9]/;
  await page.route(later, () => {});
  await page.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => sent).toEqual([0, 8 * 1024 * 1024]);
  await page.reload();
  await page.unroute(later);
  await page.getByText(sv.upload.unfinished('avbruten.csv')).waitFor();
  await page.getByText(sv.upload.unfinishedText('8,4', (buffer.length / 1e6).toFixed(1).replace('.', ','))).waitFor();
  await expectAccessible(page, 'an upload that was left');
  await page.locator('input[type=file]').setInputFiles(file);
  await heading(page, 'avbruten.csv').waitFor();
  expect(sent).toEqual([0, 8 * 1024 * 1024, 8 * 1024 * 1024]);
  await expect.poll(() => page.evaluate<number>('sessionStorage.length')).toBe(0);
  await button(page, sv.describe.remove).click();
  await page.getByRole('heading', { name: sv.list.title }).waitFor();
  rmSync(folder, { recursive: true });
});

test('on a phone, in English: a misspelt area is told before anything is published', async () => {
  const { page } = await here.enter('analytiker', { path: '/data', viewport: phone });
  await button(page, site.shell.account.menu('Anna Sjöö', site.shell.roles.analyst)).tap();
  await page.getByRole('button', { name: 'English' }).tap();
  await page.keyboard.press('Escape');
  await page.goto(`${here.address()}${path}`);
  await choose(page, surveyWithUnknownArea('survey.csv'), en);
  await expectAccessible(page, 'a draft');
  await read(page, en);
  expect(await counted(page, 'refused', en)).toBe('1');
  await page.getByText(en.file.reasons['unknown_area']!).last().waitFor();
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width);
  await expectAccessible(page, 'ready to be looked over');
  await button(page, en.review.discard).tap();
  await told(page, en.review.discarded).waitFor();
});
