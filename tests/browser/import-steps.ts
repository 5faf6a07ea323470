import type { Locator, Page } from 'playwright-core';
import { importWords } from '#core/import-words/index.ts';
import { imports as english } from '../../web/text/en/imports.ts';
import { imports as swedish } from '../../web/text/sv/imports.ts';
import { button, heading, panel } from './find.ts';
import type { Sample } from './import-samples.ts';

export const page = '/data#f.tab=import';
export const sv = { ...swedish, file: importWords('sv') };
export const en = { ...(english as typeof swedish), file: importWords('en') };

/** Lets go of files over the zone, as from a window beside. */
export async function drop(on: Page, files: readonly Sample[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  await on.getByRole('group', { name: sv.drop.title }).waitFor();
  await on.evaluate<void>(`(() => {
    const data = new DataTransfer();
    for (const { name, mimeType, base64 } of ${JSON.stringify(given)})
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type: mimeType }));
    const zone = document.querySelector('fieldset');
    for (const type of ['dragenter', 'dragover', 'drop'])
      zone.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
}

/** Chooses files with the button, and waits until one of them is described. */
export async function choose(on: Page, file: Sample, say = sv): Promise<void> {
  await on.locator('input[type=file]').setInputFiles({ ...file });
  await heading(on, file.name).waitFor();
  await on.getByRole('combobox', { name: say.describe.kind }).waitFor();
}

/** Reads what is described, and waits until it can be looked over. */
export async function read(on: Page, say = sv): Promise<void> {
  await button(on, say.describe.read).click();
  await button(on, say.review.publish).waitFor({ timeout: 60_000 });
}

/** How many rows a line of the review counts. */
export async function counted(on: Page, what: keyof typeof sv.review.counts, say = sv): Promise<string> {
  const row = panel(on).getByRole('row').filter({ hasText: say.review.counts[what].name }).first();
  return (await row.getByRole('cell').nth(1).innerText()).trim();
}

/** An import in the list, by its name. */
export function listed(on: Page, name: string): Locator {
  return panel(on)
    .getByRole('listitem')
    .filter({ has: on.getByRole('button', { name: new RegExp(name) }) })
    .first();
}
