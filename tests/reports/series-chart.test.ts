import { expect, it } from 'vitest';
import type { AreaSummary } from '#core/wire/areas.ts';
import { seriesChart } from '../../server/reports/series-chart.ts';

type Indicator = AreaSummary['survey'][number];
const words = {
  all: 'Området',
  women: 'Kvinnor',
  men: 'Män',
  threshold: 'gränsen',
  tooFew: 'för få svar',
  missing: 'saknas',
};

function indicator(
  points: readonly (readonly [number, 'all' | 'women' | 'men', number | null, ('too_few' | 'missing')?])[],
  more: Partial<Indicator> = {},
): Indicator {
  return {
    indicator: 'overall',
    nameSv: 'Samlat problemindex',
    nameEn: 'Overall problem index',
    measure: 'INDEX_0_6',
    group: 'samlat',
    series: points.map(([year, respondents, value, status]) => ({
      year,
      respondents,
      value,
      status: status ?? 'published',
      answers: 100,
      responseRate: null,
    })),
    comparison: [],
    ...more,
  };
}

const linesOf = (svg: string) => [...svg.matchAll(/<path d="(M[^"]*)" fill="none"/g)].map((match) => match[1] ?? '');

it('breaks the line where a year has no value, and says why', () => {
  const svg = seriesChart(
    indicator([
      [2020, 'all', 2],
      [2021, 'all', 2.2],
      [2022, 'all', null, 'too_few'],
      [2023, 'all', null, 'missing'],
      [2024, 'all', 1.9],
    ]),
    true,
    words,
    'sv',
  );
  expect(linesOf(svg)[0]?.match(/M/g)).toHaveLength(2);
  expect(linesOf(svg)[0]?.match(/L/g)).toHaveLength(1);
  expect(svg).toContain('för få svar');
  expect(svg).toContain('saknas');
});

it('draws the threshold for the overall index and for no other', () => {
  const one = indicator([
    [2023, 'all', 1],
    [2024, 'all', 2],
  ]);
  expect(seriesChart(one, true, words, 'sv')).toContain('gränsen');
  expect(seriesChart(one, false, words, 'sv')).not.toContain('gränsen');
});

it('begins at zero and lets no end name touch another', () => {
  const svg = seriesChart(
    indicator(
      [
        [2023, 'all', 2],
        [2024, 'all', 2.1],
        [2024, 'women', 2.12],
        [2024, 'men', 2.08],
      ],
      { comparison: [{ unit: 'Kommunen', year: 2024, value: 2.1 }] },
    ),
    true,
    words,
    'en',
  );
  const names = [...svg.matchAll(/<text x="114" y="([\d.]+)"[^>]*>([^<]*)</g)].map(
    (match) => [Number(match[1]), match[2]] as const,
  );
  expect(names.map(([, name]) => name).toSorted()).toEqual([
    '2.08  Män',
    '2.10  Kommunen',
    '2.10  Området',
    '2.12  Kvinnor',
    'gränsen',
  ]);
  const heights = names.map(([y]) => y).toSorted((a, b) => a - b);
  for (let index = 1; index < heights.length; index += 1)
    expect(heights[index]! - heights[index - 1]!).toBeGreaterThanOrEqual(3.59);
  expect(svg).toMatch(/>0<\/text>/);
});

it('draws a single year, a percentage and nothing at all without stumbling', () => {
  expect(seriesChart(indicator([[2024, 'all', 2]]), true, words, 'sv')).not.toContain('NaN');
  expect(seriesChart(indicator([[2024, 'all', 97]], { measure: 'PERCENT' }), false, words, 'sv')).toContain(
    '>100</text>',
  );
  expect(seriesChart(indicator([[2024, 'all', null, 'missing']]), false, words, 'sv')).not.toContain('NaN');
});
