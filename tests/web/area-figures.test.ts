import { expect, test } from 'vitest';
import type { AreaSummary } from '#core/wire/areas.ts';
import { formatNumber, formatPercent } from '#core/format/number.ts';
import {
  byGroup,
  figureOf,
  isOverall,
  isPartYear,
  thresholdOf,
  writeChange,
  writeOrSign,
} from '../../web/panels/areas/figures.ts';
import { sv } from '../../web/text/sv.ts';
import type { Text } from '../../web/text/use-text.ts';

const text = {
  t: sv,
  number: (value: number, decimals?: number) => formatNumber(value, 'sv', decimals),
  percent: (share: number, decimals?: number) => formatPercent(share, 'sv', decimals),
} as unknown as Text;

const overall: AreaSummary['survey'][number] = {
  indicator: 'overall',
  nameSv: 'Samlat problemindex',
  nameEn: 'Overall problem index',
  measure: 'INDEX_0_6',
  group: 'Samlat',
  series: [
    { year: 2023, respondents: 'all', value: 2.02, status: 'published', answers: 90, responseRate: 50 },
    { year: 2024, respondents: 'all', value: null, status: 'too_few', answers: 20, responseRate: 50 },
    { year: 2025, respondents: 'all', value: 2.13, status: 'published', answers: 88, responseRate: 49 },
    { year: 2025, respondents: 'women', value: 2.4, status: 'published', answers: 46, responseRate: 49 },
  ],
  comparison: [],
};

test('a change is from the latest earlier year that was published', () => {
  const { now, before, change } = figureOf(overall, 2025, 'all');
  expect([now?.value, before?.year]).toEqual([2.13, 2023]);
  expect(writeChange(text, 'INDEX_0_6', change!)).toBe('+0,11');
  expect(figureOf(overall, 2024, 'all').change).toBeNull();
  expect(figureOf(overall, 2025, 'women').change).toBeNull();
});

test('changes carry a sign, and none where none is to be seen', () => {
  expect(writeChange(text, 'INDEX_0_6', -0.2)).toBe('\u22120,20');
  expect(writeChange(text, 'INDEX_0_6', 0.004)).toBe('±0');
  expect(writeChange(text, 'PERCENT', 3.4)).toBe('+3');
});

test('published, too few and missing look different from each other', () => {
  const written = [
    writeOrSign(text, 'INDEX_0_6', { value: 2.1, status: 'published' }),
    writeOrSign(text, 'PERCENT', { value: 57.6, status: 'published' }),
    writeOrSign(text, 'INDEX_0_6', { value: null, status: 'too_few' }),
    writeOrSign(text, 'INDEX_0_6', { value: null, status: 'missing' }),
    writeOrSign(text, 'INDEX_0_6', undefined),
  ];
  expect(written).toEqual(['2,10', '58\u00a0%', '..', '–', '–']);
});

test('the threshold speaks of the overall index alone', () => {
  expect(thresholdOf(overall)).toBe(2.1);
  expect(thresholdOf({ ...overall, indicator: 'littering' })).toBeNull();
  expect(thresholdOf({ ...overall, measure: 'PERCENT' })).toBeNull();
  expect([isOverall('overall'), isOverall('samlat_index'), isOverall('speeding')]).toEqual([true, true, false]);
});

test('questions stand in the groups of the survey, in its order', () => {
  const littering = { ...overall, indicator: 'littering', group: 'Utemiljö' };
  expect(
    byGroup([overall, littering, { ...overall, indicator: 'x' }]).map(({ group, indicators }) => [
      group,
      indicators.length,
    ]),
  ).toEqual([
    ['Samlat', 2],
    ['Utemiljö', 1],
  ]);
});

test('a year that the source holds in part is told', () => {
  const source = { periodFrom: '2023-10-01', periodTo: '2025-12-31' };
  expect([2023, 2024, 2025].map((year) => isPartYear(year, source))).toEqual([true, false, false]);
  expect(isPartYear(2025, { periodFrom: null, periodTo: '2025-06-30' })).toBe(true);
});
