import { expect, test } from 'vitest';
import { sv } from '../../web/text/sv.ts';
import { button, heading, panel, told } from './find.ts';
import { mapDrawn } from './on-the-map.ts';
import { ownSite } from './own-site.ts';
import { openStage } from './stage.ts';

const here = openStage();

test('without a network it says so, saves nothing, and keeps the draft', async () => {
  const person = await here.enter('planerare', { path: '/logga-in' });
  const { page, context } = person;
  person.expectComplaint(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const { cameraId } = await ownSite(page, here.address(), 'Utan nät', [15.3617, 59.8961]);
  await page.goto(`${here.address()}/tackning#val=camera.${cameraId}`);
  await heading(page, 'Kamera 1').waitFor();
  await mapDrawn(page);
  await context.setOffline(true);
  await page.getByRole('alert').filter({ hasText: sv.shell.offline }).waitFor();
  const bearing = page.getByRole('textbox', { name: sv.coverage.fields.bearing, exact: true });
  await bearing.fill('135');
  await bearing.press('Enter');
  await page.getByText(sv.coverage.draftKept).waitFor();
  await button(page, sv.coverage.saveCamera).click();
  await page.getByText(sv.common.errors.offline).waitFor();
  await button(page, sv.coverage.saveCamera).waitFor();
  await page.getByText(sv.coverage.unsaved).waitFor();
  expect(await bearing.inputValue()).toBe('135');

  await context.setOffline(false);
  await page.getByText(sv.shell.offline).waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByText(sv.coverage.draftFound).waitFor();
  expect(await bearing.inputValue()).toBe('0');
  await button(page, sv.coverage.draftUse).click();
  expect(await bearing.inputValue()).toBe('135');
  await button(page, sv.coverage.saveCamera).click();
  await told(page, sv.coverage.cameraSaved).waitFor();
  await page.reload();
  await heading(page, 'Kamera 1').waitFor();
  expect(await bearing.inputValue()).toBe('135');
  expect(await page.getByText(sv.coverage.draftFound).count()).toBe(0);
});

test('a list that does not come says so and can be asked for again', async () => {
  const lists = [
    { who: 'planerare', path: '/tackning', asks: '**/api/sites', shows: 'Hamnkajen' },
    { who: 'polis', path: '/kamerapunkter', asks: '**/api/planned-mounts', shows: 'KP-01' },
    { who: 'analytiker', path: '/omraden', asks: '**/api/area-sets', shows: 'Lugnvik' },
    { who: 'administrator', path: '/data', asks: '**/api/sources', shows: 'Exempelköping, anmälda brott' },
  ];
  for (const { who, path, asks, shows } of lists) {
    const person = await here.enter(who, { path: '/logga-in' });
    const { page } = person;
    person.expectComplaint(/ERR_FAILED|Failed to fetch/);
    await page.route(asks, (route) => route.abort());
    await page.goto(here.address() + path);
    await panel(page).getByText(sv.common.errors.offline).waitFor();
    expect(await panel(page).getByText(shows).count()).toBe(0);
    await page.unroute(asks);
    await panel(page).getByRole('button', { name: sv.common.retry }).click();
    await panel(page).getByText(shows).first().waitFor();
    expect(await page.getByText(sv.common.errorTitle, { exact: true }).count()).toBe(0);
  }
});

// The last: for this the clock is moved on, for everybody.
test('when the session has ended she signs in and is where she was', async () => {
  const person = await here.enter('analytiker', { path: '/omraden#ar=2023' });
  const { page } = person;
  await button(page, 'Lugnvik').click();
  await heading(page, 'Lugnvik').waitFor();
  await mapDrawn(page);
  const address = page.url();
  person.expectComplaint(/401 \(Unauthorized\)/);
  here.database().clock.moveTo('2026-10-02T08:00:00.000Z');
  await button(page, sv.areas.report.export('CSV')).click();
  await button(page, sv.shell.signIn.submit).waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Lugnvik');
  await page.getByRole('textbox', { name: sv.shell.signIn.username }).fill('analytiker');
  await page.getByLabel(sv.shell.signIn.password).fill('fel-lösenord');
  await button(page, sv.shell.signIn.submit).click();
  await page.getByRole('alert').filter({ hasText: sv.common.errors['wrong-credentials'] }).waitFor();
  await page.getByLabel(sv.shell.signIn.password).fill('exempel-2026');
  await page.getByLabel(sv.shell.signIn.password).press('Enter');
  await heading(page, 'Lugnvik').waitFor();
  expect(page.url()).toBe(address);
});
