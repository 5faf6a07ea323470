import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { demoPassword } from '../data/example/people.ts';
import { desktop, launchBrowser, phone, visitor } from '../tests/helpers/browser.ts';

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
  readonly then?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { file: 'tackning', as: 'planerare', path: '/tackning' },
  { file: 'kamerapunkter', as: 'polis', path: '/kamerapunkter' },
  { file: 'omraden', as: 'analytiker', path: '/omraden' },
  { file: 'tackning-telefon', as: 'planerare', path: '/tackning', size: phone },
  { file: 'platser', as: 'planerare', path: '/platser' },
];

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const { file, as, path, size = desktop, then } of pictures) {
      const { page, context } = await visitor(browser, size);
      await context.request.post(`${address}/api/session`, { data: { username: as, password: demoPassword } });
      await page.goto(`${address}${path}`);
      await page.locator('[data-map-idle="true"]').waitFor({ timeout: 60_000 });
      await then?.(page);
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
