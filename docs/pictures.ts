import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { demoPassword } from '../data/example/people.ts';
import { crimesInLocalZone } from '../tests/browser/import-samples.ts';
import { desktop, launchBrowser, phone, visitor } from '../tests/helpers/browser.ts';
import { sv } from '../web/text/sv.ts';
import { imports } from '../web/text/sv/imports.ts';

/**
 * Takes the pictures of README.md and docs from a running server with the example municipality:
 * npm start, then npm run pictures [-- address].
 */
const address = process.argv[2] ?? 'http://localhost:8080';
const folder = 'docs/pictures';

interface Picture {
  readonly file: string;
  readonly as: string;
  readonly path: string;
  readonly size?: typeof desktop | typeof phone;
  readonly after?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { file: 'tackning', as: 'planerare', path: '/tackning' },
  { file: 'kamerapunkter', as: 'polis', path: '/kamerapunkter' },
  { file: 'omraden', as: 'analytiker', path: '/omraden' },
  { file: 'tackning-telefon', as: 'planerare', path: '/tackning', size: phone },
  { file: 'platser', as: 'planerare', path: '/platser' },
  { file: 'las-in', as: 'analytiker', path: '/data#f.tab=import', after: describe },
  { file: 'granska', as: 'analytiker', path: '/data#f.tab=import', after: review },
];

/** A file of crimes as a municipality gets them, with faults to be told of. */
async function describe(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ ...crimesInLocalZone('Brott 2026.csv', 120) });
  await page.getByText(imports.describe.findings.warn).waitFor();
  await page.getByText(sv.legend.preview.points).waitFor();
  await page.locator('[data-map-idle="true"]').waitFor();
}

/** Read and not published: nothing is left of it. */
async function review(page: Page): Promise<void> {
  await describe(page);
  await page.getByRole('button', { name: imports.describe.read, exact: true }).click();
  await page.getByRole('button', { name: imports.review.publish, exact: true }).waitFor();
  await page.locator('[data-map-idle="true"]').waitFor();
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const { file, as, path, size = desktop, after } of pictures) {
      const { page, context } = await visitor(browser, size);
      await context.request.post(`${address}/api/session`, { data: { username: as, password: demoPassword } });
      await page.goto(`${address}${path}`);
      await page.locator('[data-map-idle="true"]').waitFor({ timeout: 60_000 });
      await after?.(page);
      await page.screenshot({ path: `${folder}/${file}.png` });
      console.log(`${folder}/${file}.png`);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
