import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Draws WebGL without a graphics card, asks nothing of the network, and runs as root. */
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // The page around the map needs no shaders: half the work.
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The system's Chromium, or the copy that an npm package ships. */
export async function launchBrowser(): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (system) return chromium.launch({ executablePath: system, args: flags });
  const { default: shipped } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await shipped.executablePath(), args: [...shipped.args, ...flags] });
}

export const desktop = { width: 1440, height: 900 } as const;
/** Narrower than the panel beside the map needs; has fingers instead of a pointer. */
export const phone = { width: 390, height: 844 } as const;

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console complained of so far, each with the address it was about; a test ends by expecting none. */
  readonly complaints: string[];
}

/** A fresh browser profile at a size, in a language, that remembers every console error and failed page script. */
export async function visitor(
  browser: Browser,
  viewport: { width: number; height: number } = desktop,
  locale = 'sv-SE',
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport,
    locale,
    timezoneId: 'Europe/Stockholm',
    acceptDownloads: true,
    // The map goes where it is sent at once: every picture on the way would be drawn by the processor.
    reducedMotion: 'reduce',
    hasTouch: viewport.width === phone.width,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} [${message.location().url}]`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
}
