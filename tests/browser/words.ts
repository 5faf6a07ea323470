import type { Page } from 'playwright-core';
import { PLACE_TYPES } from '#core/evidence/place-types.ts';
import { en } from '../../web/text/en.ts';
import { sv } from '../../web/text/sv.ts';

type Language = 'sv' | 'en';

/** Stands in a sentence where a value would. */
const gap = '\u0001';

/** Everything a text file says: whole sentences, and of those with values in them the parts between. */
function phrasesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return partsOf(words as (...values: unknown[]) => unknown);
  return words && typeof words === 'object' ? Object.values(words).flatMap(phrasesOf) : [];
}

function partsOf(write: (...values: unknown[]) => unknown): string[] {
  try {
    return String(write(...Array.from({ length: write.length }, () => gap))).split(gap);
  } catch {
    return []; // a sentence that is made from figures and not from words
  }
}

const tidy = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();

function phrases(language: Language): Set<string> {
  const own = [
    ...phrasesOf(language === 'sv' ? sv : en),
    ...PLACE_TYPES.map(({ nameSv, nameEn }) => (language === 'sv' ? nameSv : nameEn)),
  ];
  return new Set(own.map(tidy).filter((phrase) => /\p{L}{3}/u.test(phrase)));
}

/** Shorter ones may stand within a word or a name by chance: they count only when they are all that is written. */
const long = 12;

/** What only the one language says. */
const only = {
  sv: [...phrases('sv')].filter((phrase) => !phrases('en').has(phrase)),
  en: [...phrases('en')].filter((phrase) => !phrases('sv').has(phrase)),
};

/** The texts on a page that are phrases of a language and not of the other. */
export function foreign(texts: readonly string[], language: Language): string[] {
  const whole = new Set(only[language]);
  const parts = only[language].filter((phrase) => phrase.length >= long).map(asPart);
  return texts.filter((text) => whole.has(text) || parts.some((part) => part.test(text)));
}

/** Not within a longer word: "Cykelparkering" is a word of ours, "Cykelparkeringen vid Ågatan" the name of a place. */
function asPart(phrase: string): RegExp {
  return new RegExp(`(?<!\\p{L})${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u');
}

/** Everything that can be read or heard: visible text, names, tips, what stands in empty fields, choices. */
export async function textsOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(`(() => {
    const found = [document.title];
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility({ visibilityProperty: true }) && !element.closest('option')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent);
    }
    return found;
  })()`);
  return [...new Set(texts.map(tidy).filter(Boolean))];
}
