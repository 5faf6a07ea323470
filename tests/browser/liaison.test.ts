import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sv } from '../../web/text/sv.ts';
import { secret } from '../../web/map/colours.ts';
import { button, heading, panel } from './find.ts';
import { mapColours, mapDrawn, pixelsOf } from './on-the-map.ts';
import { keepAnswers, othersSecrets } from './secrets.ts';
import { openStage } from './stage.ts';

const here = openStage();

const row = (page: Page, code: string) => panel(page).getByRole('button', { name: new RegExp(`\\b${code}\\b`) });
const band = (page: Page) => page.getByText(sv.shell.secrecyBandText);

async function rank(page: Page, priority: string, reason: string): Promise<void> {
  await button(page, sv.cameraPoints.rank.mark).click();
  await page.getByRole('textbox', { name: sv.cameraPoints.rank.number }).fill(priority);
  await page.getByRole('textbox', { name: sv.cameraPoints.rank.reason }).fill(reason);
  await button(page, sv.cameraPoints.rank.save).click();
}

test('she sees her camera points, the first first, under the band of secrecy', async () => {
  const { page } = await here.enter('polis', { path: '/logga-in' });
  const answers = keepAnswers(page);
  await page.goto(here.address());
  await heading(page, sv.shell.places['camera-points']).waitFor();
  const ranked = page.getByRole('list', { name: sv.cameraPoints.ranked, exact: true }).getByRole('listitem');
  expect(await ranked.first().innerText()).toMatch(/KP-01[^]*Norra vägen vid Järnvägsgatan/);
  expect(await ranked.first().innerText()).toMatch(/Väntar på nyttjanderätt från Tekniska nämnden sedan 2026-03-02/);
  expect(await ranked.count()).toBe(10);
  await row(page, 'KP-30').waitFor();
  await band(page).waitFor();
  await mapDrawn(page);
  expect(pixelsOf(await mapColours(page), secret)).toBeGreaterThan(50);
  // The control of what a planner is not sent: here it is sent.
  const { texts } = await answers();
  const sent = texts.join('\n');
  const { withheld, words } = await othersSecrets(here.database().gate, 'tekniska');
  expect(withheld.some((id) => sent.includes(id))).toBe(true);
  expect(words).toContain('KP-04');
  expect(sent).toContain('"KP-04"');
});

test('a priority needs a reason, and then stands with it in the list', async () => {
  const { page } = await here.enter('polis', { path: '/kamerapunkter' });
  let writes = 0;
  page.on('request', (request) => void (writes += request.method() === 'PUT' ? 1 : 0));
  await row(page, 'KP-08').click();
  await heading(page, 'Rosenängsparken, östra').waitFor();
  await page.getByText(sv.cameraPoints.rank.none).waitFor();
  await button(page, sv.cameraPoints.rank.mark).click();
  expect(await page.getByRole('textbox', { name: sv.cameraPoints.rank.number }).inputValue()).toBe('11');
  await button(page, sv.cameraPoints.rank.save).click();
  await page.getByRole('alert').filter({ hasText: sv.cameraPoints.rank.reasonMissing }).waitFor();
  await page.getByRole('textbox', { name: sv.cameraPoints.rank.reason }).fill('   ');
  await button(page, sv.cameraPoints.rank.save).click();
  await page.getByRole('alert').filter({ hasText: sv.cameraPoints.rank.reasonMissing }).waitFor();
  expect(writes).toBe(0);

  await page.getByRole('textbox', { name: sv.cameraPoints.rank.reason }).fill('Flest ordningsstörningar i parken');
  await button(page, sv.cameraPoints.rank.save).click();
  await page.getByText(sv.cameraPoints.rank.saved('KP-08', '11')).waitFor();
  await page.getByText(sv.cameraPoints.rank.reasonWas('Flest ordningsstörningar i parken')).waitFor();
  await panel(page).getByRole('button', { name: sv.cameraPoints.back, exact: true }).click();
  const ranked = page.getByRole('list', { name: sv.cameraPoints.ranked, exact: true }).getByRole('listitem');
  await expect.poll(() => ranked.last().innerText()).toMatch(/KP-08/);
  expect(await ranked.count()).toBe(11);
});

test('who writes later meets both versions, and chooses', async () => {
  const first = await here.enter('polis', { path: '/kamerapunkter' });
  await row(first.page, 'KP-09').click();
  await button(first.page, sv.cameraPoints.rank.mark).waitFor();
  const second = await first.context.newPage();
  await second.goto(first.page.url());
  await rank(second, '12', 'Skrivet i det andra fönstret');
  await second.getByText(sv.cameraPoints.rank.saved('KP-09', '12')).waitFor();

  first.expectComplaint(/409 \(Conflict\)/);
  await rank(first.page, '13', 'Skrivet i det första fönstret');
  await first.page.getByText(sv.cameraPoints.conflict.title).waitFor();
  const versions = async (title: string) => first.page.getByRole('heading', { name: title }).locator('..').innerText();
  expect(await versions(sv.cameraPoints.conflict.yours)).toMatch(/Prioritet 13[^]*Skrivet i det första fönstret/);
  expect(await versions(sv.cameraPoints.conflict.stored)).toMatch(/Prioritet 12[^]*Skrivet i det andra fönstret/);
  await button(first.page, sv.cameraPoints.conflict.useYours).click();
  await first.page.getByText(sv.cameraPoints.rank.saved('KP-09', '13')).waitFor();
  await second.reload();
  await second.getByText(sv.cameraPoints.rank.reasonWas('Skrivet i det första fönstret')).waitFor();
});

test('seeing as one who is not cleared hides the exact points and the band, until she looks with her clearance again', async () => {
  const { page } = await here.enter('polis', { path: '/kamerapunkter' });
  await row(page, 'KP-01').waitFor();
  await mapDrawn(page);
  await button(page, sv.shell.account.menu('Karin Berg', sv.shell.roles.liaison)).click();
  const overlay = page.waitForResponse(/\/api\/overlay\?uncleared=1$/);
  await page.getByRole('switch', { name: sv.shell.account.uncleared }).check();
  expect(((await (await overlay).json()) as { features: unknown[] }).features).toEqual([]);
  await page.getByText(sv.shell.unclearedBand).waitFor();
  await page.getByRole('heading', { name: sv.cameraPoints.masked.title }).waitFor();
  expect(await band(page).count()).toBe(0);
  expect(
    await page
      .locator('body')
      .getByText(/KP-\d\d/)
      .count(),
  ).toBe(0);
  await page.keyboard.press('Escape');
  await mapDrawn(page);
  await expect.poll(async () => pixelsOf(await mapColours(page), secret), { timeout: 20_000 }).toBe(0);

  await button(page, sv.shell.unclearedEnd).click();
  await row(page, 'KP-01').waitFor();
  await band(page).waitFor();
});
