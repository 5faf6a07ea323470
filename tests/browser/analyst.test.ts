import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sv } from '../../web/text/sv.ts';
import { button, heading, panel } from './find.ts';
import { openStage } from './stage.ts';

const here = openStage();

const legend = (page: Page) => page.getByRole('region', { name: sv.map.legend });
const tableRow = (page: Page, area: string) => page.getByRole('row').filter({ has: button(page, area) });
/** The year beside the question, not the one in the bar. */
const year = (page: Page) => panel(page).getByRole('combobox', { name: sv.areas.choose.year });

/** All that the page of an area says of the survey. */
async function survey(page: Page): Promise<string> {
  const title = panel(page).getByRole('heading', { level: 2, name: sv.areas.page.survey.title });
  return (await title.locator('xpath=../..').innerText()).replace(/\s+/g, ' ');
}

test('an area is reached and opened by keyboard alone, and says 2,34 for Lugnvik', async () => {
  const { page } = await here.enter('analytiker');
  await heading(page, sv.shell.places.areas).waitFor();
  await tableRow(page, 'Lugnvik').waitFor();
  const focused = () => page.evaluate<string>('document.activeElement.textContent ?? ""');
  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 60 && (await focused()) !== 'Lugnvik'; presses += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Lugnvik');
  await page.keyboard.press('Enter');
  await heading(page, 'Lugnvik').waitFor();
  const said = await survey(page);
  expect(said).toContain('+0,07 ändring sedan 2024');
  expect(said).toContain('2,34 2025');
  expect(page.url()).toContain('val=area.');
  await page.keyboard.press('Escape');
  await heading(page, sv.shell.places.areas).waitFor();
});

test('areas stand as the alphabet has them; too few answers look like nothing else, and 2,10 is not called high', async () => {
  const { page } = await here.enter('analytiker', { path: '/omraden' });
  await tableRow(page, 'Kyrkbyn').waitFor();
  const names = await panel(page).getByRole('row').getByRole('button').allInnerTexts();
  const areas = names.filter((name) => !/^(Ändring|\d)/.test(name));
  expect(areas).toEqual(areas.toSorted((a, b) => a.localeCompare(b, 'sv')));
  const [few, none] = await Promise.all(
    ['Kyrkbyn', 'Norrgärdet'].map((area) => tableRow(page, area).getByRole('cell').last().innerText()),
  );
  expect([few, none]).toEqual(['..', '–']);
  await page.getByText(sv.areas.signKey).waitFor();

  await button(page, 'Kyrkbyn').click();
  await heading(page, 'Kyrkbyn').waitFor();
  expect(await survey(page)).toMatch(/2025: för få svar/i);
  await page.keyboard.press('Escape');
  await button(page, 'Hamnen').click();
  await heading(page, 'Hamnen').waitFor();
  expect(await survey(page)).toContain('2,10 2025');
  // Where a high level begins stands at the line of the chart; the area is not called high anywhere.
  const said = await panel(page).innerText();
  expect(said.replace(/över( 2,10)?: hög nivå/g, '')).not.toMatch(/\bhög/i);
});

test('the report comes as PDF, CSV and GeoPackage', async () => {
  const { page } = await here.enter('analytiker', { path: '/omraden' });
  await button(page, 'Lugnvik').click();
  await heading(page, 'Lugnvik').waitFor();
  const files = [
    { format: 'PDF', begins: /^%PDF-1\.\d/, ending: /\.pdf$/, holds: 20_000 },
    { format: 'CSV', begins: /^(\uFEFF|PK)?/, ending: /\.(csv|zip)$/, holds: 500 },
    { format: 'GeoPackage', begins: /^SQLite format 3\0/, ending: /\.gpkg$/, holds: 20_000 },
  ];
  for (const { format, begins, ending, holds } of files) {
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      button(page, sv.areas.report.export(format)).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(ending);
    const bytes = readFileSync(await download.path());
    expect(bytes.length, format).toBeGreaterThan(holds);
    expect(bytes.subarray(0, 40).toString('latin1'), format).toMatch(begins);
    if (format === 'CSV') expect(bytes.toString('utf8')).toContain('Lugnvik');
    await page.getByText(sv.areas.report.done(download.suggestedFilename())).waitFor();
  }
});

test('another year changes the list and the legend of the map, and comes along in a link', async () => {
  const { page } = await here.enter('analytiker', { path: '/omraden' });
  await legend(page).getByRole('heading', { name: 'Samlat problemindex, 2025' }).waitFor();
  const before = await tableRow(page, 'Lugnvik').innerText();
  await year(page).selectOption('2023');
  await legend(page).getByRole('heading', { name: 'Samlat problemindex, 2023' }).waitFor();
  await page.getByRole('columnheader', { name: '2023', exact: true }).waitFor();
  await expect.poll(() => tableRow(page, 'Lugnvik').innerText()).not.toBe(before);
  await button(page, 'Lugnvik').click();
  await heading(page, 'Lugnvik').waitFor();
  const said = await survey(page);
  expect(said).toMatch(/\d,\d\d 2023/);
  const link = page.url();

  // A colleague without a session: signs in first, and is where the link says.
  const colleague = await here.visit({ path: link.slice(here.address().length) });
  await colleague.page.getByRole('button', { name: 'Petra Lind' }).click();
  await heading(colleague.page, 'Lugnvik').waitFor();
  expect(await survey(colleague.page)).toBe(said);
  // All but the exact middle of the map, which is rounded for those who are cleared.
  const chosen = (address: string) => address.replace(/vy=[^&]*&/, '');
  expect(chosen(colleague.page.url())).toBe(chosen(link));
  expect(chosen(link)).toMatch(/\/omraden#ar=2023&val=area\.\d+$/);
});

test('the same link shows each person only what she may see', async () => {
  const police = await here.enter('polis', { path: '/kamerapunkter' });
  await police.page.getByRole('button', { name: /KP-02/ }).click();
  await heading(police.page, 'Storgatan vid Kungsgatan').waitFor();
  const link = police.page.url();
  expect(link).toContain('val=planned-mount.');

  const { page } = await here.enter('analytiker', { path: link.slice(here.address().length) });
  await page.getByRole('heading', { name: sv.cameraPoints.masked.title }).waitFor();
  const said = await page.locator('body').innerText();
  expect(said).not.toMatch(/KP-\d\d/);
  expect(said).not.toContain('Storgatan vid Kungsgatan');
  expect(said).not.toContain(sv.shell.secrecyBandText);
});
