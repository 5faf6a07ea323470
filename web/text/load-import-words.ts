import type { Locale } from '#core/format/number.ts';
import type { ImportWords } from '#core/import-words/index.ts';
import type { imports } from './sv/imports.ts';
import type { kept } from './sv/kept.ts';
import type { Pattern } from './words.ts';

/** The words of the import page, and of what is kept. */
export interface ImportPageWords {
  readonly imports: Pattern<typeof imports>;
  readonly kept: Pattern<typeof kept>;
}

export interface AllImportWords extends ImportPageWords {
  /** What is said of files: the same on the command line. */
  readonly file: ImportWords;
}

/** Fetched when the page is gone to: nobody else reads them. */
export async function loadImportWords(locale: Locale): Promise<AllImportWords> {
  const [{ importWords }, { imports }, { kept }] = await Promise.all([
    import('#core/import-words/index.ts'),
    locale === 'sv' ? import('./sv/imports.ts') : import('./en/imports.ts'),
    locale === 'sv' ? import('./sv/kept.ts') : import('./en/kept.ts'),
  ]);
  return { imports, kept, file: importWords(locale) };
}
