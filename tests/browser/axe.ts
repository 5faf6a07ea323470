import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
}

/**
 * WCAG 2.2 to level AA and the good habits, as far as a program can tell. What the map draws is a picture to it: the lists
 * beside the map say the same.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source);
  const violations = await page.evaluate<Violation[]>(`axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) => violations)`);
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, any }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${any.map(({ message }) => message).join('; ')}`,
    ),
  );
  expect(told, `${state}, ${page.viewportSize()?.width} pixels wide`).toEqual([]);
}
