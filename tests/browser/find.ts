import type { Locator, Page } from 'playwright-core';

/** What stands over the panel. */
export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** What is told in passing, that something was done. */
export function told(page: Page, sentence: string): Locator {
  return page.getByRole('status').getByText(sentence);
}

/** Everything beside the map: the list, or what is open of it. */
export function panel(page: Page): Locator {
  return page.getByRole('main');
}
