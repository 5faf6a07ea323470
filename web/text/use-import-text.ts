import { use } from 'react';
import type { Locale } from '#core/format/number.ts';
import { loadImportWords, type AllImportWords } from './load-import-words.ts';
import { useText, type Text } from './use-text.ts';

const loading = new Map<Locale, Promise<AllImportWords>>();

/** Everything of `useText()` and the words of the import page. Suspends until they are there. */
export function useImportText(): Text & { readonly words: AllImportWords } {
  const text = useText();
  let words = loading.get(text.locale);
  if (!words) {
    words = loadImportWords(text.locale);
    // What could not be fetched is asked for again the next time.
    words.catch(() => loading.delete(text.locale));
    loading.set(text.locale, words);
  }
  return { ...text, words: use(words) };
}
