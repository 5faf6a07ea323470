import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sv } from '../../web/text/sv.ts';
import { phone } from '../helpers/browser.ts';
import { button, heading } from './find.ts';
import { mapDrawn } from './on-the-map.ts';
import { openStage } from './stage.ts';

const here = openStage();
const viewport = phone;

const sheet = (page: Page) => page.locator('#panel > div').first();

/** Nothing stands beside the screen. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width);
}

test('the places are a bar under the thumb, and a tap goes there', async () => {
  const { page } = await here.enter('planerare', { viewport });
  const bar = page.getByRole('navigation', { name: sv.shell.navigation });
  await bar.waitFor();
  const box = await bar.boundingBox();
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(phone.height);
  expect(box?.width).toBe(phone.width);
  const links = bar.getByRole('link');
  expect(await links.count()).toBe(5);
  for (const link of await links.all()) expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  for (const place of Object.values(sv.shell.places).toReversed()) {
    await bar.getByRole('link', { name: place }).tap();
    await heading(page, place).waitFor();
    expect(await bar.getByRole('link', { name: place }).getAttribute('aria-current')).toBe('page');
    await fits(page);
  }
});

test('the panel is a sheet with three heights', async () => {
  const { page } = await here.enter('planerare', { viewport });
  await heading(page, sv.shell.places.coverage).waitFor();
  const handle = button(page, sv.shell.panelHandle);
  const height = async () => Math.round((await sheet(page).boundingBox())?.height ?? 0);
  const half = await height();
  expect(half).toBeGreaterThan(250);
  expect(half).toBeLessThan(450);
  await handle.tap();
  await expect.poll(height).toBeGreaterThan(600);
  await handle.tap();
  await expect.poll(height).toBeLessThan(120);
  expect(await heading(page, sv.shell.places.coverage).isVisible()).toBe(true);
  await handle.tap();
  await expect.poll(height).toBe(half);
  // By keyboard too.
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(height).toBeGreaterThan(600);
});

test('a planner adds a site with her thumb', async () => {
  const { page } = await here.enter('planerare', { viewport });
  await button(page, sv.coverage.newSite).tap();
  await page.getByText(sv.coverage.placeNewSite).waitFor();
  await mapDrawn(page);
  await page.touchscreen.tap(195, 240);
  await page.getByRole('textbox', { name: sv.coverage.fields.name, exact: true }).fill('Från telefonen');
  await button(page, sv.coverage.createSite).tap();
  await heading(page, 'Från telefonen').waitFor();
  await fits(page);
});

test('the liaison ranks a camera point', async () => {
  const { page } = await here.enter('polis', { viewport });
  await page.getByRole('button', { name: /KP-13/ }).tap();
  await button(page, sv.cameraPoints.rank.mark).tap();
  await page.getByRole('textbox', { name: sv.cameraPoints.rank.reason }).fill('Infart västerifrån');
  await button(page, sv.cameraPoints.rank.save).tap();
  await page.getByText(/^KP-13 har prioritet \d+\.$/).waitFor();
  await fits(page);
});

test('the analyst opens an area and takes its figures along', async () => {
  const { page } = await here.enter('analytiker', { viewport });
  await button(page, 'Lugnvik').tap();
  await heading(page, 'Lugnvik').waitFor();
  await page.getByText(/2,34/).first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, sv.areas.report.export('CSV')).tap(),
  ]);
  expect(readFileSync(await download.path()).length).toBeGreaterThan(500);
  await fits(page);
});

test('the reviewer reads the log, the administrator what is loaded, the fitter her camera point', async () => {
  const reviewer = await here.enter('granskare', { viewport });
  await reviewer.page.getByRole('table', { name: sv.data.log.caption }).waitFor();
  await fits(reviewer.page);

  const administrator = await here.enter('administrator', { viewport });
  await administrator.page.getByRole('heading', { name: 'Exempelköping, anmälda brott' }).waitFor();
  await administrator.page.getByRole('tab', { name: sv.data.tabs.import }).tap();
  await administrator.page.getByRole('tabpanel', { name: sv.data.tabs.import }).waitFor();
  await fits(administrator.page);

  const fitter = await here.enter('montor', { viewport });
  await fitter.page.getByRole('button', { name: /KP-01/ }).tap();
  await heading(fitter.page, 'Norra vägen vid Järnvägsgatan').waitFor();
  await fits(fitter.page);
});
