import type { Page } from 'playwright-core';

const map = '[data-map-idle]';

/** Until everything in sight is drawn. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('[data-map-idle="true"]').waitFor({ state: 'attached', timeout: 40_000 });
}

/** The middle of the map on the screen, or so many pixels right of it and below it. */
export async function onMap(page: Page, right = 0, below = 0): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(map).boundingBox();
  if (!box) throw new Error('There is no map.');
  return { x: box.x + box.width / 2 + right, y: box.y + box.height / 2 + below };
}

/** How many metres on the ground a pixel is, from the view in the address. */
export function metresPerPixel(page: Page): number {
  const [lat, , zoom] = /vy=([\d.]+),([\d.]+),([\d.]+)/.exec(page.url())?.slice(1).map(Number) ?? [];
  if (lat === undefined || zoom === undefined) throw new Error(`No view in ${page.url()}`);
  return (2 * Math.PI * 6_378_137 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
}

export type Colour = readonly [red: number, green: number, blue: number];

/** The colours of the map as it stands on the screen, each with the number of its pixels. What lies over the map is left out. */
export async function mapColours(page: Page): Promise<readonly { readonly colour: Colour; readonly pixels: number }[]> {
  return countColours(page, await page.locator(`${map} canvas`).screenshot());
}

/** The colour at a place on the screen. */
export async function colourAt(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<Colour> {
  const [found] = await countColours(page, await page.screenshot({ clip: { x, y, width: 1, height: 1 } }));
  if (!found) throw new Error('Nothing is drawn there.');
  return found.colour;
}

/** The browser reads its own picture: it has the decoder. */
async function countColours(page: Page, png: Buffer): Promise<{ colour: Colour; pixels: number }[]> {
  const counted = await page.evaluate<[number, number][]>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts];
  })()`);
  return counted.map(([colour, pixels]) => ({ colour: [colour >> 16, (colour >> 8) & 255, colour & 255], pixels }));
}

/** How many pixels have about this colour (as #rrggbb). */
export function pixelsOf(
  colours: readonly { readonly colour: Colour; readonly pixels: number }[],
  wanted: string,
  within = 12,
): number {
  const aim = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16));
  return colours
    .filter(({ colour }) => colour.every((part, order) => Math.abs(part - (aim[order] ?? 0)) <= within))
    .reduce((sum, { pixels }) => sum + pixels, 0);
}

/** Whether two colours are the same but for what drawing twice may change. */
export function nearColour(a: Colour, b: Colour): boolean {
  return a.every((part, order) => Math.abs(part - (b[order] ?? 0)) <= 8);
}
