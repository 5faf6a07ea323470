import type { Locale } from '#core/format/number.ts';
import type { Words } from './words.ts';

/** The words of one language; the other one is not fetched until somebody asks for it. */
export async function loadWords(locale: Locale): Promise<Words> {
  return locale === 'sv' ? (await import('./sv.ts')).sv : (await import('./en.ts')).en;
}
