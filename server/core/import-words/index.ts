import type { Locale } from '../format/number.ts';
import type { ImportKind } from '../wire/imports.ts';
import * as english from './en.ts';
import { fieldNames, kindNames, optionNames } from './names.ts';
import { countWords, type Say } from './said.ts';
import * as swedish from './sv.ts';

/** Everything that is said of a file while it is brought in, on the page and on the command line. */
export interface ImportWords {
  /** Why a row was refused. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Why an import cannot go on. */
  readonly faults: Readonly<Record<string, Say>>;
  /** What is good to know of what was read. */
  readonly notes: Readonly<Record<string, Say>>;
  /** What looks wrong before anything is read, and what would mend it. */
  readonly findings: Readonly<Record<string, Say>>;
  readonly counts: Readonly<Record<keyof (typeof countWords)['sv'], string>>;
  readonly kinds: Readonly<Record<ImportKind, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

export function importWords(locale: Locale): typeof swedish & Omit<ImportWords, keyof typeof swedish> {
  const index = locale === 'sv' ? 0 : 1;
  const chosen = locale === 'sv' ? swedish : english;
  return {
    ...chosen,
    counts: countWords[locale],
    kinds: named(kindNames, index),
    fields: named(fieldNames, index),
    options: named(optionNames, index),
  };
}

function named<Key extends string>(
  names: Readonly<Record<Key, readonly [string, string]>>,
  index: 0 | 1,
): Record<Key, string> {
  return Object.fromEntries(
    Object.entries<readonly [string, string]>(names).map(([key, pair]) => [key, pair[index]]),
  ) as Record<Key, string>;
}
