import { expect, test } from 'vitest';
import { formatNumber } from '#core/format/number.ts';
import type { ImportJob, ImportState } from '#core/wire/imports.ts';
import { ApiError } from '../../web/api/client.ts';
import { loadImportWords, type AllImportWords } from '../../web/text/load-import-words.ts';
import {
  faultWords,
  kindWords,
  megabytes,
  noteWords,
  progressWords,
  stateLine,
} from '../../web/panels/data/imports/import-words.ts';
import { importSentence } from '../../web/panels/data/imports/import-problem.tsx';
import { proposalWords } from '../../web/panels/data/imports/proposal-words.ts';

const swedish = await loadImportWords('sv');
const english = await loadImportWords('en');
const number = (value: number, decimals?: number) => formatNumber(value, 'sv', decimals);

/** Every sentence of the page with the way to it. What is said of files has its own tests. */
function sentences(words: unknown, way = ''): readonly (readonly [way: string, sentence: string])[] {
  if (typeof words === 'string') return [[way, words]];
  if (typeof words === 'function') return [[way, String(words(...Array.from({ length: words.length }, () => 7)))]];
  return Object.entries(words as object).flatMap(([key, value]) => sentences(value, way ? `${way}.${key}` : key));
}
const own = ({ imports, kept }: AllImportWords) => sentences({ imports, kept });

test('both languages say the same things, and nothing is left empty', () => {
  expect(own(english).map(([way]) => way)).toEqual(own(swedish).map(([way]) => way));
  expect([...own(swedish), ...own(english)].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

test('no language slips into the other', () => {
  const englishWords = /\b(the|loading|save|cancel|close|error|failed|undo|with|and|row|rows|file|files)\b/i;
  const swedishWords = /\b(och|att|inte|eller|för|som|är|på|fil|filen|rader|källa)\b|[åäö]/i;
  expect(own(swedish).filter(([, sentence]) => englishWords.test(sentence))).toEqual([]);
  expect(own(english).filter(([, sentence]) => swedishWords.test(sentence))).toEqual([]);
});

const job = (change: Partial<ImportJob> & { state: ImportState }) => ({ counts: null, progress: null, ...change });
const counts = { read: 4637, new: 4600, changed: 0, same: 25, gone: 3, refused: 12 };

test('a line of the list says the state and what is known of the rows', () => {
  expect(stateLine(swedish, job({ state: 'ready', counts }), number)).toBe(
    'Klar att granska · 4 637 rader · 12 avvisade'.replace('4 637', number(4637)),
  );
  expect(stateLine(swedish, job({ state: 'reading', progress: { stage: 'read', rows: 900 } }), number)).toBe(
    'Läses in · 900 rader',
  );
  expect(stateLine(swedish, job({ state: 'interrupted' }), number)).toBe('Avbruten av servern');
  expect(stateLine(english, job({ state: 'waiting' }), number)).toBe('Waits for its turn');
});

test('progress counts what is counted, and begins without a figure', () => {
  expect(progressWords(swedish, { stage: 'read', rows: 12 }, number)).toBe('12 rader lästa');
  expect(progressWords(swedish, { stage: 'something new', rows: 12 }, number)).toBe('12 rader');
  expect(progressWords(swedish, null, number)).toBe(swedish.imports.read.starting);
});

test('a code without a sentence is never shown', () => {
  const unknown = { code: 'a_code_from_tomorrow', values: {} };
  for (const words of [swedish, english]) {
    expect(noteWords(words, unknown)).toBe(words.imports.otherNote);
    expect(faultWords(words, unknown)).toBe(words.imports.ended.otherFault);
  }
  expect(faultWords(swedish, { code: 'truncated', values: {} })).toContain('avklippt');
  expect(noteWords(swedish, { code: 'month_only', values: {} })).toContain('månad');
});

test('a fault that the server refuses with has its own sentence, other errors the usual one', () => {
  const fault = (code: string, current?: unknown) =>
    new ApiError(code, 422, { type: '', title: '', status: 422, code, ...(current !== undefined && { current }) });
  expect(importSentence(swedish, fault('import-fault', { code: 'truncated', values: {} }))).toContain('avklippt');
  expect(importSentence(swedish, fault('import-fault'))).toBe(null);
  expect(importSentence(english, fault('clearance-needed'))).toContain('clearance');
  expect(importSentence(swedish, fault('offline'))).toBe(null);
  expect(importSentence(swedish, new Error('anything'))).toBe(null);
});

test('a proposal’s button says the one change it makes', () => {
  const say = (proposal: Parameters<typeof proposalWords>[1]) => proposalWords(swedish, proposal, number);
  expect(say({ crs: 3012 })).toBe('Läs som SWEREF 99 14 15');
  expect(say({ crs: 2400 })).toBe('Läs som EPSG:2400');
  expect(say({ swapAxes: true })).toBe('Byt plats på öst och nord');
  expect(say({ mapping: { year: 'Mätår' } })).toBe('Ta år ur ”Mätår”');
  expect(say({ crs: 3012, swapAxes: true })).toBe('Gör så');
});

test('a kind begins its line with a capital; sizes are written as the reader writes', () => {
  expect(kindWords(swedish, 'survey')).toBe('Trygghetsmätning');
  expect(kindWords(swedish, null)).toBe('Slag inte valt');
  expect(megabytes(12_400_000, number)).toBe('12,4');
  expect(megabytes(2_147_483_648, number)).toBe(number(2147, 0));
});
