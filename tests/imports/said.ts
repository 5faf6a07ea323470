import { expect } from 'vitest';
import { importWords } from '#core/import-words/index.ts';
import type { ImportNote } from '#core/wire/imports.ts';

type Say = (values: ImportNote['values']) => string;

/** The sentence of a fault, note or finding in Swedish; what is missing of words is thrown. */
export function saidOf(what: 'faults' | 'notes' | 'findings', { code, values }: ImportNote): string {
  const say = (importWords('sv')[what] as Readonly<Record<string, Say>>)[code];
  if (!say) throw new Error(`No words for ${what}: ${code}`);
  return say(values);
}

/**
 * Holds a sentence to being one: without holes, without what a program says to itself, and no longer than anybody reads. What the
 * file itself gives to it is first freed from the marks that are looked for.
 */
export function expectSentence(what: 'faults' | 'notes' | 'findings', { code, values }: ImportNote): void {
  const clean = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/undefined|null|NaN|[{}]|\s+at /g, '') : value,
    ]),
  );
  const sentence = saidOf(what, { code, values: clean });
  expect(sentence, code).toMatch(/^[A-ZÅÄÖ”\d][^]{9,}$/);
  expect(sentence, code).not.toMatch(/undefined|null|NaN|Infinity|[{}]|\[object|\n\s+at /);
  expect(sentence.length, `${code}: ${sentence.slice(0, 300)}`).toBeLessThan(2000);
}
