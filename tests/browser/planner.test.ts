import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { onGround } from '../../data/example/frame.ts';
import { sv } from '../../web/text/sv.ts';
import { camera, ground } from '../../web/map/colours.ts';
import { button, field, heading, panel, told } from './find.ts';
import { colourAt, mapColours, mapDrawn, metresPerPixel, nearColour, onMap, pixelsOf } from './on-the-map.ts';
import { ownSite } from './own-site.ts';
import { keepAnswers, othersSecrets } from './secrets.ts';
import { openStage } from './stage.ts';

const here = openStage();

/** East of the middle of Stortorget: houses stand within reach on some sides and not on others. */
const [lon, lat] = toLonLat(onGround([3117, 2690]));
/** Narrow enough for the legend to be closed, which would lie over the middle of the map. */
const withoutLegend = { width: 880, height: 660 };
const square = `/tackning#vy=${lat.toFixed(5)},${lon.toFixed(5)},17`;

/** The square metres that the panel says are seen. */
async function seen_m2(page: Page): Promise<number> {
  const sentence = (await page.getByText(/^Ser [\d\s]+m² mark/).textContent()) ?? '';
  return Number(sentence.replace(/^Ser ([\d\s]+)m².*$/, '$1').replace(/\s/g, ''));
}

test('a person is chosen on the sign-in page and comes to her own place, with something in it', async () => {
  const { page } = await here.visit();
  await page.getByRole('button', { name: 'Petra Lind' }).click();
  await heading(page, sv.shell.places.coverage).waitFor();
  const rows = page.getByRole('list', { name: sv.coverage.list }).getByRole('listitem');
  await rows.filter({ hasText: 'Hamnkajen' }).waitFor();
  expect(await rows.count()).toBeGreaterThan(20);
  expect(await rows.filter({ hasText: sv.coverage.ownSite }).count()).toBeGreaterThan(5);
  await page.getByText('Exempelköping är en påhittad kommun.').waitFor();
  await mapDrawn(page);
  // Not an empty sheet: land, water and the signs of cameras, each in its colour.
  const colours = await mapColours(page);
  for (const drawn of [ground.land, ground.water, camera.ink])
    expect(pixelsOf(colours, drawn), drawn).toBeGreaterThan(200);
});

test('what is secret to her is a square and never a dot, and nothing she is sent tells more', async () => {
  const person = await here.enter('planerare', { path: '/logga-in' });
  const { page } = person;
  const answers = keepAnswers(page);
  for (const place of ['tackning', 'platser', 'kamerapunkter', 'omraden', 'data']) {
    await page.goto(`${here.address()}/${place}`);
    await mapDrawn(page);
  }
  const cells = page.getByRole('list', { name: sv.cameraPoints.masked.title });
  await page.goto(`${here.address()}/kamerapunkter`);
  await cells.getByRole('button').first().click();
  await page.getByText(/^Exakt placering bedöms vara sekretessbelagd \(.*\)\. Visas som ruta, \d+ × \d+ m\./).waitFor();
  await mapDrawn(page);

  const { masked, withheld, words, positions } = await othersSecrets(here.database().gate, 'tekniska');
  for (const found of [masked, withheld, words, positions]) expect(found.length).toBeGreaterThan(2);
  const { texts, drawn } = await answers();
  expect(texts.length).toBeGreaterThan(50);
  const sent = texts.join('\n');
  expect(withheld.filter((id) => sent.includes(id))).toEqual([]);
  expect(words.filter((word) => sent.includes(word))).toEqual([]);
  expect(positions.filter((position) => position.test(sent))).toEqual([]);
  // In the tiles a secret thing is a surface (3) with the size of its cell.
  const hidden = drawn.filter(({ properties }) => masked.includes(String(properties['id'])));
  expect(hidden.length).toBeGreaterThan(10);
  expect(hidden.filter(({ type, properties }) => type !== 3 || !properties['cellSize_m'])).toEqual([]);
});

test('a site is made and a camera placed, turned by number and by hand, undone, saved and found again', async () => {
  const { page } = await here.enter('planerare', { path: square, viewport: withoutLegend });
  await button(page, sv.coverage.newSite).click();
  await page.getByText(sv.coverage.placeNewSite).waitFor();
  await mapDrawn(page);
  const middle = await onMap(page);
  await page.mouse.click(middle.x, middle.y);
  await field(page, sv.coverage.fields.name).fill('Torghörnet');
  await button(page, sv.coverage.createSite).click();
  await heading(page, 'Torghörnet').waitFor();

  await button(page, sv.coverage.addCamera).click();
  await page.getByText(sv.coverage.placeNewCamera).waitFor();
  await page.mouse.click(middle.x, middle.y);
  const bearing = field(page, sv.coverage.fields.bearing);
  expect(await bearing.inputValue()).toBe('0');
  const reach_px = 40 / metresPerPixel(page);
  const east = await onMap(page, reach_px / 2);
  const south = await onMap(page, 0, reach_px / 2);
  const seesNothing = await colourAt(page, east);
  const north_m2 = await seen_m2(page);

  await bearing.fill('90');
  await bearing.press('Enter');
  await expect.poll(() => seen_m2(page)).not.toBe(north_m2);
  const east_m2 = await seen_m2(page);
  await expect.poll(async () => nearColour(await colourAt(page, east), seesNothing), { timeout: 15_000 }).toBe(false);

  // By the handle, from the east to the south.
  const grounds = await colourAt(page, south);
  const handle = await onMap(page, reach_px);
  const target = await onMap(page, 0, reach_px);
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  await page.mouse.move((handle.x + target.x) / 2, (handle.y + target.y) / 2, { steps: 4 });
  await page.mouse.move(target.x, target.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number(await bearing.inputValue())).toBeCloseTo(180, -1);
  const dragged = await bearing.inputValue();
  await expect.poll(() => seen_m2(page)).not.toBe(east_m2);
  await expect.poll(async () => nearColour(await colourAt(page, south), grounds), { timeout: 15_000 }).toBe(false);

  await button(page, sv.common.undo).click();
  expect(await bearing.inputValue()).toBe('90');
  expect(await seen_m2(page)).toBe(east_m2);
  await button(page, sv.common.redo).click();
  expect(await bearing.inputValue()).toBe(dragged);

  await button(page, sv.coverage.saveCamera).click();
  await told(page, sv.coverage.cameraSaved).waitFor();
  await page.waitForURL(/val=camera\./);
  await page.reload();
  await heading(page, 'Kamera 1').waitFor();
  expect(await bearing.inputValue()).toBe(dragged);
  await button(page, sv.common.back).click();
  await heading(page, 'Torghörnet').waitFor();
  await button(page, sv.common.back).click();
  await page.getByRole('button', { name: /^Torghörnet Idé · 1 kamera · Egen plats/ }).waitFor();
});

test('only when she opens her site does a planner of another committee see it', async () => {
  const petra = await here.enter('planerare', { path: '/logga-in' });
  const { siteId } = await ownSite(petra.page, here.address(), 'Klockgränd', [lon, lat]);
  const samir = await here.enter('planerare-skola', { path: `/tackning#val=site.${siteId}` });
  const find = () => samir.page.getByRole('searchbox', { name: sv.coverage.filter }).fill('Klockgränd');
  await heading(samir.page, sv.shell.places.coverage).waitFor();
  await find();
  await samir.page.getByText(sv.coverage.emptyFilter).waitFor();

  await petra.page.goto(`${here.address()}/tackning#val=site.${siteId}`);
  await button(petra.page, sv.coverage.open).click();
  await told(petra.page, sv.coverage.opened).waitFor();

  await samir.page.reload();
  await heading(samir.page, 'Klockgränd').waitFor();
  expect(await button(samir.page, sv.coverage.addCamera).count(), 'it is not his to change').toBe(0);
  await button(samir.page, sv.common.back).click();
  await find();
  await samir.page.getByRole('button', { name: /^Klockgränd Idé · 1 kamera/ }).waitFor();
});

test('places to consider are asked for in an area; none is an answer, and one is kept', async () => {
  const { page } = await here.enter('planerare', { path: '/platser' });
  const where = page.getByRole('combobox', { name: sv.candidates.form.where, exact: true });
  const area = await where.locator('option', { hasText: 'Rosenäng' }).getAttribute('value');
  await where.selectOption(area);
  await field(page, sv.candidates.form.minimum).fill('500');
  await button(page, sv.candidates.form.submit).click();
  await page.getByText(sv.candidates.none.title).waitFor();
  await page.getByText(sv.candidates.none.text('500')).waitFor();
  await page.getByRole('heading', { name: sv.candidates.none.nearest }).waitFor();

  await button(page, sv.candidates.change).click();
  expect(await where.inputValue()).toBe(area);
  await field(page, sv.candidates.form.minimum).fill('12');
  await button(page, sv.candidates.form.submit).click();
  await page.getByRole('heading', { name: /^\d platser att pröva$/ }).waitFor();
  await page.getByText(sv.common.visibleCameras).first().waitFor();
  await page.getByRole('button', { name: /Rosenängs torgparkering/ }).click();
  await page.getByRole('heading', { name: sv.candidates.card.for }).waitFor();
  await page.getByRole('heading', { name: sv.candidates.card.against }).waitFor();
  await page.getByText(/\d+ dokumenterade brott utomhus skulle ha varit i bild under 24 månader/i).waitFor();
  await button(page, sv.candidates.keep.action).click();
  await button(page, sv.candidates.keep.open).click();
  await heading(page, 'Rosenängs torgparkering').waitFor();
  expect(await page.getByRole('combobox', { name: sv.coverage.fields.stage }).inputValue()).toBe('idea');
});

test('she cannot make a camera point: it is said whose they are, and the server refuses', async () => {
  const { page, context } = await here.enter('planerare', { path: '/kamerapunkter' });
  await page.getByText(sv.cameraPoints.create.planner).waitFor();
  expect(
    await panel(page)
      .getByText(/KP-\d\d/)
      .count(),
  ).toBe(0);
  expect(
    await panel(page)
      .getByRole('button', { name: /^(Ny|Lägg till|Markera|Placera)/ })
      .count(),
  ).toBe(0);
  const { masked } = await othersSecrets(here.database().gate, 'tekniska');
  const address = `${here.address()}/api/planned-mounts`;
  const made = await context.request.post(address, { data: { name: 'Min punkt', position: [lon, lat] } });
  expect([404, 405]).toContain(made.status());
  const rank = { rowVersion: 1, priority: 1, reason: 'Egen' };
  for (const id of masked) {
    const ranked = await context.request.put(`${address}/${id}/priority`, { data: rank });
    expect(ranked.status(), id).toBeGreaterThanOrEqual(400);
  }
});
