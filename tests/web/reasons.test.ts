import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLACE_TYPES, type PlaceType } from '#core/evidence/place-types.ts';
import type { Reason } from '#core/wire/suggestions.ts';
import { en } from '../../web/text/en.ts';
import { sv } from '../../web/text/sv.ts';

/** Where reasons are made, and how a code looks there. */
const places = ['server/core/suggest/reasons.ts', 'server/core/suggest/considered.ts', 'server/suggestions/gather.ts'];
const written = /'([A-Z]{2,}(?:_[A-Z]+)+|INDOORS|HOURS|MIDPOINTS)'/g;

const sensitive = (PLACE_TYPES as readonly PlaceType[]).filter(({ privacySensitive }) => privacySensitive);
const codes = [
  ...new Set([
    ...places.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(written)].map(([, code = '']) => code)),
    ...sensitive.map(({ code }) => `${code}_NEAR`),
  ]),
];
const stackings = [
  ...readFileSync('server/core/density/stacked-points.ts', 'utf8').matchAll(/return '([A-Z_]+)'/g),
].map(([, code = '']) => code);

test('the codes are found where they are made', () => {
  expect(codes).toEqual(
    expect.arrayContaining(['DOCUMENTED_INCIDENTS', 'SCHOOL_NEAR', 'EFFECT_NONE', 'BELOW_MINIMUM', 'NO_POINTS']),
  );
  expect(codes.length).toBeGreaterThanOrEqual(29);
  expect(stackings).toHaveLength(3);
});

test.each([
  ['Swedish', sv.reasons],
  ['English', en.reasons],
])('every reason has a sentence in %s', (_, words) => {
  expect(Object.keys(words.sentences).toSorted()).toEqual(codes.toSorted());
  expect(Object.keys(words.stacking).toSorted()).toEqual(stackings.toSorted());
});

const drugs: Reason['params'] = {
  category: 'drug',
  placeType: 'PARKING_LOT',
  change_percent: -20,
  crimeTypeFinding: 'effect',
  crimeTypeChange_percent: -20,
  crimeTypeStudies: 6,
  crimeTypeSource: 'Brå 2018',
  placeTypeFinding: 'effect',
  placeTypeChange_percent: -51,
  placeTypeStudies: null,
  placeTypeSource: 'Brå 2007',
};

test('sentences carry their values, written as the language writes them', () => {
  const { sentences } = sv.reasons;
  expect(sentences.DOCUMENTED_INCIDENTS({ count: 1240, minimum: 12, months: 24 })).toMatch(
    /^1\u00a0240 .*24 månader.*12\.$/,
  );
  expect(en.reasons.sentences.DOCUMENTED_INCIDENTS({ count: 1240, minimum: 12, months: 24 })).toMatch(/^1,240 /);
  expect(sentences.HOURS({ share_percent: 80, from: 20, to: 3 })).toContain('kl. 20–03');
  expect(sentences.HOURS({ share_percent: 80, from: 0, to: 24 })).toBe('Brotten är spridda över hela dygnet.');
  expect(sentences.OTHER_MEASURE({ kind: 'lighting', name: 'Ån', distance_m: 0 })).toContain(
    'belysning (Ån), på platsen',
  );
  expect(sentences.SCHOOL_NEAR({ name: null, distance_m: 45 })).toContain('45 m bort. Barns');
  expect(sentences.EFFECT_WEAKER_OF_TWO(drugs)).toMatch(/20 % \(6 studier\).*parkeringsplats med 51 %.*svagare: 20 %/);
});

test('one to four crimes are not told apart', () => {
  expect(sv.reasons.sentences.NOT_COUNTED({ category: 'violence', count: 3 })).toContain('våldsbrott: färre än 5.');
  expect(sv.reasons.sentences.NOT_COUNTED({ category: 'violence', count: 5 })).toContain('våldsbrott: 5.');
  expect(sv.reasons.sentences.ALREADY_SEEN({ count: 2, of: 8 })).toMatch(/^Färre än 5 av 8 /);
  expect(en.reasons.sentences.INDOORS({ count: 1, of: 4 })).toMatch(/^Fewer than 5 of fewer than 5 /);
});

test('no sentence shows a code, a missing value or an unwritten number', () => {
  const params = new Proxy({}, { get: () => null }) as Reason['params'];
  for (const words of [sv.reasons, en.reasons]) {
    for (const sentence of Object.values(words.sentences)) {
      expect(sentence(params)).not.toMatch(/undefined|null|NaN|[A-Z]{3,}_/);
      expect(sentence(params)).toMatch(/^[A-ZÅÄÖ0-9].*[.]$/s);
    }
  }
});
