import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sv } from '../../web/text/sv.ts';
import { button, heading, panel, told } from './find.ts';
import { openStage } from './stage.ts';

const here = openStage();

/** Controls that a reader of the screen would be told of without a name. */
async function nameless(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const control =
    /^\s*- '?(button|link|textbox|searchbox|combobox|checkbox|switch|radio|slider|tab|table|region|dialog|img)\b(?! ")/;
  return tree.split('\n').filter((line) => control.test(line));
}

/** The name or the text of what has the focus, and the part of the page it is in. */
const focused = (page: Page) =>
  page.evaluate<{ name: string; within: string }>(`(() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.textContent;
    const part = element.closest('[role=toolbar], #panel, nav, header, section[aria-label]');
    return {
      name: element.getAttribute('aria-label') ?? label ?? element.textContent ?? '',
      within: part?.getAttribute('aria-label') ?? part?.id ?? part?.tagName ?? '',
    };
  })()`);

test('everything that can be pressed has a name, in every place', async () => {
  const { page } = await here.enter('planerare');
  await page.getByRole('region', { name: sv.map.legend }).waitFor();
  await page.getByRole('button', { name: sv.map.layers, exact: true }).click();
  for (const [order, place] of Object.values(sv.shell.places).entries()) {
    await page.keyboard.press(String(order + 1));
    await heading(page, place).waitFor();
    await page.getByText(sv.common.loading).first().waitFor({ state: 'hidden' });
    expect(await nameless(page), place).toEqual([]);
  }
  await page.getByRole('button', { name: sv.shell.account.menu('Petra Lind', sv.shell.roles.planner) }).click();
  expect(await nameless(page)).toEqual([]);
});

test('so have the camera points, and what is opened of them', async () => {
  const { page } = await here.enter('polis');
  await panel(page).getByRole('button', { name: /KP-01/ }).waitFor();
  expect(await nameless(page)).toEqual([]);
  await panel(page).getByRole('button', { name: /KP-01/ }).click();
  await button(page, sv.cameraPoints.rank.change).click();
  expect(await nameless(page)).toEqual([]);
});

test('an opened site, its camera and an area have names for everything too', async () => {
  const planner = await here.enter('planerare', { path: '/tackning' });
  for (const name of [/^Hamnkajen/, /^Hamnkajen 1/]) {
    await panel(planner.page).getByRole('button', { name }).first().click();
    await planner.page.getByRole('button', { name: sv.common.back }).waitFor();
    expect(await nameless(planner.page)).toEqual([]);
  }
  const analyst = await here.enter('analytiker', { path: '/omraden' });
  await analyst.page.getByRole('button', { name: 'Lugnvik', exact: true }).click();
  await heading(analyst.page, 'Lugnvik').waitFor();
  expect(await nameless(analyst.page)).toEqual([]);
});

test('the focus goes from the bar to the places, the list and the tools of the map', async () => {
  // The whole list is long: only the sites of her own.
  const { page } = await here.enter('planerare', { path: '/tackning#f.whose=own' });
  await page.getByRole('list', { name: sv.coverage.list }).getByRole('listitem').first().waitFor();
  await page.getByRole('button', { name: sv.map.zoomIn }).waitFor();
  const way: { name: string; within: string }[] = [];
  for (let presses = 0; presses < 70; presses += 1) {
    await page.keyboard.press('Tab');
    way.push(await focused(page));
  }
  const at = (name: RegExp) => way.findIndex((step) => name.test(step.name));
  const order = [/^Hoppa till panelen$/, /^Sök plats, gata/, /^Konto: /, /^Täckning$/, /^Hamnkajen/, /^Zooma in$/].map(
    at,
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  // What has the focus can be seen to have it.
  await page.getByRole('button', { name: sv.map.zoomIn }).focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
});

test('Enter opens, Escape closes, ? lists the keys, figures go to the places and / to the search', async () => {
  const { page } = await here.enter('planerare', { path: '/tackning' });
  await panel(page)
    .getByRole('button', { name: /^Hamnkajen/ })
    .focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Hamnkajen').waitFor();
  expect((await focused(page)).name).toBe('Hamnkajen');
  await page.keyboard.press('Escape');
  await heading(page, sv.shell.places.coverage).waitFor();

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: sv.shell.keys.title });
  await keys.waitFor();
  expect(await keys.getByRole('definition').count()).toBeGreaterThan(5);
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: sv.shell.account.menu('Petra Lind', sv.shell.roles.planner) }).click();
  await page.getByRole('button', { name: sv.shell.account.signOut }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: sv.shell.account.signOut }).waitFor({ state: 'detached' });
  expect((await focused(page)).name).toBe(sv.shell.account.menu('Petra Lind', sv.shell.roles.planner));

  for (const [key, place] of [
    ['2', sv.shell.places.candidates],
    ['3', sv.shell.places['camera-points']],
    ['4', sv.shell.places.areas],
    ['5', sv.shell.places.data],
    ['1', sv.shell.places.coverage],
  ] as const) {
    await page.keyboard.press(key);
    await heading(page, place).waitFor();
  }
  await page.keyboard.press('/');
  await page.keyboard.type('lugnvik');
  await page.getByRole('option').filter({ hasText: 'Område' }).first().waitFor();
  expect(page.url(), 'typing goes to no place').toContain('/tackning');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('combobox', { name: sv.shell.search.label }).inputValue()).toBe('');
});

test('a new site and its camera are placed without a pointer', async () => {
  const { page } = await here.enter('planerare', { path: '/tackning' });
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press(sv.coverage.newSite);
  await page.getByText(sv.coverage.placeNewSite).waitFor();
  await page.keyboard.press('Escape');
  await heading(page, sv.shell.places.coverage).waitFor();
  await press(sv.coverage.newSite);
  await press(sv.coverage.useCentre);
  await page.getByRole('textbox', { name: sv.coverage.fields.name, exact: true }).fill('Utan mus');
  await page.keyboard.press('Enter');
  await heading(page, 'Utan mus').waitFor();
  await press(sv.coverage.addCamera);
  await press(sv.coverage.useCentre);
  const bearing = page.getByRole('textbox', { name: sv.coverage.fields.bearing, exact: true });
  await bearing.focus();
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await bearing.inputValue()).toBe('11');
  await page.keyboard.press('Control+z');
  expect(await bearing.inputValue()).toBe('10');
  await page.keyboard.press('Control+Shift+z');
  expect(await bearing.inputValue()).toBe('11');
  await press(sv.coverage.saveCamera);
  await told(page, sv.coverage.cameraSaved).waitFor();
});
