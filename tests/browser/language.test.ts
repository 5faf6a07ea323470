import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../web/text/en.ts';
import { sv } from '../../web/text/sv.ts';
import type { Words } from '../../web/text/words.ts';
import { button, heading, panel } from './find.ts';
import { openStage, type Person } from './stage.ts';
import { foreign, textsOn } from './words.ts';

const here = openStage();
const words: Readonly<Record<'sv' | 'en', Words>> = { sv, en };

interface Look {
  readonly what: string;
  readonly open?: (page: Page, t: Words) => Promise<void>;
  readonly close?: (page: Page, t: Words) => Promise<void>;
}

const row = (page: Page, name: string) =>
  panel(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first();
const escape = (page: Page) => page.keyboard.press('Escape');
const unfold = (page: Page) =>
  page.evaluate<void>(`for (const part of document.querySelectorAll('details')) part.open = true`);

/** Every place as one who has something to do there, and what opens in it or over it. */
const walks: readonly { readonly who: string; readonly path: string; readonly looks: readonly Look[] }[] = [
  {
    who: 'planerare',
    path: '/tackning',
    looks: [
      { what: 'the list' },
      { what: 'a site', open: (page) => row(page, 'Hamnkajen').click(), close: escape },
      {
        what: 'a camera',
        async open(page) {
          await row(page, 'Hamnkajen').click();
          await row(page, 'Hamnkajen 1').click();
        },
        close: escape,
      },
      {
        what: 'a new site',
        open: (page, t) => button(page, t.coverage.newSite).click(),
        close: escape,
      },
      { what: 'the keys', open: (page) => page.keyboard.press('?'), close: escape },
      {
        what: 'a search',
        open: (page) => page.getByRole('combobox', { name: /^(Sök|Search)/ }).fill('lugnvik'),
        close: escape,
      },
    ],
  },
  {
    who: 'planerare',
    path: '/platser',
    looks: [
      { what: 'the form' },
      {
        what: 'the layers',
        open: (page, t) => button(page, t.map.layers).click(),
        close: (page, t) => button(page, t.map.layers).click(),
      },
    ],
  },
  { who: 'planerare', path: '/kamerapunkter', looks: [{ what: 'the squares' }] },
  {
    who: 'polis',
    path: '/kamerapunkter',
    looks: [
      { what: 'the list' },
      {
        what: 'a camera point',
        open: (page) => panel(page).getByRole('button', { name: /KP-01/ }).click(),
        close: escape,
      },
      {
        what: 'the account',
        open: (page, t) => button(page, t.shell.account.menu('Karin Berg', t.shell.roles.liaison)).click(),
        close: escape,
      },
    ],
  },
  {
    who: 'analytiker',
    path: '/omraden',
    looks: [
      { what: 'the table' },
      {
        what: 'an area',
        async open(page) {
          await row(page, 'Lugnvik').click();
          await heading(page, 'Lugnvik').waitFor();
          await unfold(page);
        },
        close: escape,
      },
    ],
  },
  {
    who: 'granskare',
    path: '/data',
    looks: (['log', 'sources', 'import', 'access'] as const).map((tab) => ({
      what: tab,
      open: (page, t) => page.getByRole('tab', { name: t.data.tabs[tab] }).click(),
    })),
  },
  { who: 'granskare', path: '/tackning', looks: [{ what: 'the cameras' }] },
];

/** Until nothing is being fetched for the panel. */
async function settled(page: Page, t: Words): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByText(t.common.loading).first().waitFor({ state: 'hidden' });
}

const language = (page: Page) => page.evaluate<'sv' | 'en'>('document.documentElement.lang');

async function speak(page: Page, wanted: 'sv' | 'en'): Promise<void> {
  if ((await language(page)) === wanted) return;
  await page.getByRole('banner').getByRole('button', { name: words[wanted].shell.languages[wanted] }).click();
  await expect.poll(() => language(page)).toBe(wanted);
}

/** Names of questions come from the data, in both languages. */
async function questions(person: Person, other: 'sv' | 'en'): Promise<string[]> {
  const reply = await person.context.request.get(`${here.address()}/api/survey`);
  const { indicators } = (await reply.json()) as { indicators: { nameSv: string; nameEn: string }[] };
  return indicators
    .filter(({ nameSv, nameEn }) => nameSv !== nameEn)
    .map(({ nameSv, nameEn }) => (other === 'sv' ? nameSv : nameEn));
}

test.each(walks)('$who at $path reads one language at a time', async ({ who, path, looks }) => {
  const person = await here.enter(who, { path });
  const { page } = person;
  const names = { sv: await questions(person, 'sv'), en: await questions(person, 'en') };
  const slips: string[] = [];
  for (const { what, open, close } of looks) {
    for (const own of ['sv', 'en'] as const) {
      const other = own === 'sv' ? 'en' : 'sv';
      await speak(page, own);
      await open?.(page, words[own]);
      await settled(page, words[own]);
      const texts = await textsOn(page);
      expect(texts.length, what).toBeGreaterThan(20);
      const left = [...foreign(texts, other), ...texts.filter((text) => names[other].includes(text))];
      slips.push(...left.map((text) => `${what}, ${own}: ${text}`));
      await close?.(page, words[own]);
    }
  }
  expect([...new Set(slips)]).toEqual([]);
});

test('an answer to a search is told in both languages, with every reason', async () => {
  const { page } = await here.enter('planerare', { path: '/platser' });
  const where = page.getByRole('combobox', { name: sv.candidates.form.where, exact: true });
  await where.selectOption(await where.locator('option', { hasText: 'Rosenäng' }).getAttribute('value'));
  await button(page, sv.candidates.form.submit).click();
  await row(page, '1 ').click();
  await page.getByRole('heading', { name: sv.candidates.card.against }).waitFor();
  await unfold(page);
  expect(foreign(await textsOn(page), 'en')).toEqual([]);
  await speak(page, 'en');
  await page.getByRole('heading', { name: en.candidates.card.against }).waitFor();
  expect(foreign(await textsOn(page), 'sv')).toEqual([]);
});

test('the language is chosen before one signs in, and stays', async () => {
  const { page } = await here.visit();
  await button(page, 'English').click();
  await button(page, en.shell.signIn.submit).waitFor();
  expect(await language(page)).toBe('en');
  expect(foreign(await textsOn(page), 'sv')).toEqual([]);
  await page.getByRole('button', { name: 'Anna Sjöö' }).click();
  await heading(page, en.shell.places.areas).waitFor();
  // Figures too: a point and not a comma.
  await page.getByRole('row').filter({ hasText: 'Lugnvik' }).getByText('2.34', { exact: true }).waitFor();
  await page.reload();
  await heading(page, en.shell.places.areas).waitFor();
  expect(await language(page)).toBe('en');
});
