import { expect, test } from 'vitest';
import { en } from '../../web/text/en.ts';
import { sv } from '../../web/text/sv.ts';

/** Every sentence with the way to it; a function is called with its own arguments' places. */
function sentences(words: unknown, way = ''): readonly (readonly [way: string, sentence: string])[] {
  if (typeof words === 'string') return [[way, words]];
  if (typeof words === 'function') return [[way, String(words(...Array.from({ length: words.length }, () => 7)))]];
  if (words && typeof words === 'object')
    return Object.entries(words).flatMap(([key, value]) => sentences(value, way ? `${way}.${key}` : key));
  return [[way, '']];
}

const swedish = sentences(sv);
const english = new Map(sentences(en));

test('both languages say the same things', () => {
  expect([...english.keys()]).toEqual(expect.arrayContaining(swedish.map(([way]) => way)));
  expect(english.size).toBe(swedish.length);
});

test('nothing is left empty', () => {
  expect([...swedish, ...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

test('no English slips into the Swedish, and no Swedish into the English', () => {
  const englishWords =
    /\b(the|loading|save|cancel|close|search|error|failed|layer|layers|legend|sign|undo|with|and|of|site|sites|area|areas|update|default)\b/i;
  const swedishWords = /\b(och|att|inte|eller|för|som|är|på|visa|spara|avbryt|kamera|kameror|område|områden)\b|[åäö]/i;
  const names = ['shell.languages.en', 'shell.languages.sv', 'shell.product'];
  expect(swedish.filter(([way, sentence]) => !names.includes(way) && englishWords.test(sentence))).toEqual([]);
  expect([...english].filter(([way, sentence]) => !names.includes(way) && swedishWords.test(sentence))).toEqual([]);
});

test('the tool never promises a best place', () => {
  const promises = /optimal|bästa plats|best site|best place|trygghetskamera/i;
  expect([...swedish, ...english].filter(([, sentence]) => promises.test(sentence))).toEqual([]);
});
