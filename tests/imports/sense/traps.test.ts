import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround } from '../../../server/core/geometry/box.ts';
import type { Box, Position } from '../../../server/core/position.ts';
import { fromMetresTo, toMetresFrom } from '../../../server/imports/crs.ts';
import { findTraps } from '../../../server/imports/sense/find-traps.ts';
import { restoredCode } from '../../../server/imports/sense/traps/known-areas.ts';
import type { Sample } from '../../../server/imports/sense/traps/sample.ts';

const stockholm: Position = [674_000, 6_580_000];
const ground: Box = boxAround(stockholm, 15_000);
const nearby = Array.from({ length: 40 }, (_, order): Position => [
  670_000 + order * 211,
  6_576_000 + ((order * 97) % 8000),
]);

/** A table of text as it would be understood; positions come from `lon` and `lat` columns where there are some. */
function sampleOf(table: string, told: Partial<Sample> = {}): Sample {
  const [header = [], ...rows] = table.split('\n').map((line) => line.split(';'));
  return {
    header,
    rows,
    firstRow: 2,
    fields: {},
    positions: [],
    pairs: [],
    epsg: null,
    isNorthFirst: false,
    crsGuess: null,
    expected: ground,
    timeZone: 'Europe/Stockholm',
    ...told,
  };
}

/** Positions whose numbers stand in one system and are read in another. */
function placed(
  inEpsg: number,
  read: { epsg?: number; isNorthFirst?: boolean; swapped?: boolean } = {},
  at = nearby,
): Sample {
  const { epsg = inEpsg, isNorthFirst = false, swapped = false } = read;
  const pairs = at.map((position) => {
    const [east, north] = fromMetresTo(inEpsg)(position);
    return swapped ? ([north, east] as const) : ([east, north] as const);
  });
  const positions = pairs.map(([a, b]) => (isNorthFirst ? toMetresFrom(epsg)(b, a) : toMetresFrom(epsg)(a, b)));
  return sampleOf('lon;lat', { fields: { lon: 0, lat: 1 }, pairs, positions, epsg, isNorthFirst });
}

const codes = (sample: Sample) => findTraps(sample).map(({ code }) => code);

describe('traps of place', () => {
  it('are none where everything is right, in any system', () => {
    for (const epsg of [4326, 3006, 3011, 3021, 3857, 25833]) expect([epsg, codes(placed(epsg))]).toEqual([epsg, []]);
  });

  it('swapped axes: told when read so, mended when not', () => {
    const numbered = (sample: Sample) => ({ ...sample, header: ['x', 'y'] });
    expect(findTraps(numbered(placed(3006, { swapped: true })))).toEqual([
      { code: 'swapped_axes', severity: 'warn', values: { first: 'x', second: 'y' }, proposal: { swapAxes: true } },
    ]);
    expect(findTraps(numbered(placed(3006, { swapped: true, isNorthFirst: true })))).toMatchObject([
      { code: 'north_first', severity: 'info', proposal: null },
    ]);
    expect(findTraps(numbered(placed(3006, { isNorthFirst: true })))).toMatchObject([
      { code: 'swapped_axes', proposal: { swapAxes: false } },
    ]);
  });

  it('swapped headings: latitude holds longitudes', () => {
    expect(findTraps(placed(4326, { swapped: true, isNorthFirst: true }))).toEqual([
      {
        code: 'swapped_headings',
        severity: 'warn',
        values: { lat: 'lat', lon: 'lon' },
        proposal: { mapping: { lon: 'lat', lat: 'lon' }, swapAxes: false },
      },
    ]);
  });

  it('a wrong zone: the right one is proposed', () => {
    expect(findTraps(placed(3011, { epsg: 3007 }))).toMatchObject([
      {
        code: 'wrong_zone',
        severity: 'warn',
        values: { said: 3007, said_name: 'SWEREF 99 12 00', crs: 3011, crs_name: 'SWEREF 99 18 00' },
        proposal: { crs: 3011, swapAxes: false },
      },
    ]);
    const [found] = findTraps(placed(3011, { epsg: 3007 }));
    expect(found?.values['distance_km']).toBeGreaterThan(250);
    expect(found?.values['distance_km']).toBeLessThan(400);
  });

  it('a wrong zone is found whichever two are mistaken for one another', () => {
    const zone = fc.integer({ min: 3007, max: 3018 });
    fc.assert(
      fc.property(zone, zone, (right, said) => {
        fc.pre(right !== said);
        const [east] = fromMetresTo(right)(stockholm);
        fc.pre(Math.abs(east - 150_000) < 140_000);
        expect(findTraps(placed(right, { epsg: said }))[0]).toMatchObject({
          code: 'wrong_zone',
          proposal: { crs: right },
        });
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('numbers that cannot be of the system that is said', () => {
    expect(findTraps(placed(3006, { epsg: 4326 }))).toMatchObject([
      { code: 'crs_contradicts_numbers', severity: 'stop', values: { said: 4326, crs: 3006 }, proposal: { crs: 3006 } },
    ]);
    expect(findTraps(placed(4326, { epsg: 3006 }))).toMatchObject([
      { code: 'crs_contradicts_numbers', values: { crs: 4326 } },
    ]);
  });

  it('points far away, some or most', () => {
    const some = placed(3006, {}, [...nearby, [100_000, 6_000_000]]);
    expect(findTraps(some)).toMatchObject([
      {
        code: 'far_away',
        severity: 'warn',
        values: { rows: 1, share_percent: 2, examples: '42', from: 'municipality' },
        proposal: null,
      },
    ]);
    const chicago = placed(4326, {}, [[-5_000_000, 6_000_000]]);
    expect(codes(chicago)).toEqual(['most_far_away']);
    expect(codes({ ...placed(3006), expected: null })).toEqual([]);
  });

  it('zeros, and middles of areas', () => {
    const zeros = placed(3006);
    expect(
      findTraps({ ...zeros, pairs: [...zeros.pairs, [0, 0]], positions: [...zeros.positions, null] }),
    ).toMatchObject([{ code: 'null_island', values: { rows: 1, share_percent: 2 } }]);
    const middles = Array.from({ length: 300 }, (_, order): Position => nearby[order % 3] ?? stockholm);
    expect(findTraps(placed(3006, {}, middles))).toMatchObject([
      { code: 'stacked_midpoints', values: { incidents: 300, points: 3, share_percent: 33 } },
    ]);
  });
});

describe('traps of keys and names', () => {
  it('duplicate ids, and rows that are there twice', () => {
    const fields = { key: 0 };
    expect(findTraps(sampleOf('id;namn\nK1;Torget\nK2;Parken\nK1;Stationen', { fields }))).toMatchObject([
      { code: 'duplicate_ids', severity: 'warn', values: { column: 'id', ids: 1, example: 'K1', examples: '2, 4' } },
    ]);
    expect(codes(sampleOf('id;namn\nK1;Torget\nK1;Torget', { fields }))).toEqual(['repeated_rows']);
    expect(codes(sampleOf('id;namn\nK1;Torget\nK2;Torget', { fields }))).toEqual([]);
  });

  it('never show a personal number', () => {
    const [found] = findTraps(sampleOf('id;n\n8112189876;a\n8112189876;b', { fields: { key: 0 } }));
    expect(found?.values['example']).toBe('██████-████');
  });

  const areas = [
    { code: '0114', name: 'Upplands Väsby' },
    { code: '0115', name: 'Vallentuna' },
    { code: '1280', name: 'Malmö' },
  ];

  it('lost leading zeros', () => {
    const sample = sampleOf('kod;antal\n114;5\n115;6\n1280;7', { fields: { area: 0, count: 1 } });
    expect(findTraps(sample, areas)).toMatchObject([
      { code: 'lost_leading_zeros', values: { column: 'kod', codes: 2, example: '114', code: '0114' } },
    ]);
    expect(findTraps(sampleOf('kod\n0114\n1280', { fields: { area: 0 } }), areas)).toEqual([]);
    expect(restoredCode('14', new Set(['014', '0014']))).toBeNull();
    expect(restoredCode('A14', new Set(['0A14']))).toBeNull();
  });

  it('names that match while codes do not', () => {
    const sample = sampleOf('kod;namn\n901;Upplands Väsby\n902;VALLENTUNA\n903;Malmö', { fields: { area: 0 } });
    expect(findTraps(sample, areas)).toMatchObject([
      {
        code: 'names_match_codes_do_not',
        values: { rows: 3, name: 'Upplands Väsby', code: '901', known: '0114' },
        proposal: { mapping: { area: 'namn' } },
      },
    ]);
    expect(findTraps(sampleOf('kod;namn\n0114;Upplands Väsby', { fields: { area: 0 } }), areas)).toEqual([]);
  });

  it('names in capitals', () => {
    expect(findTraps(sampleOf('namn\nTYGELSJÖ VÅNG\nINRE HAMNEN', { fields: { name: 0 } }))).toMatchObject([
      { code: 'names_in_capitals', values: { example: 'TYGELSJÖ VÅNG', shown: 'Tygelsjö Vång' } },
    ]);
    expect(codes(sampleOf('namn\nTYGELSJÖ\nInre hamnen', { fields: { name: 0 } }))).toEqual([]);
    expect(codes(sampleOf('kod\nABCD1\nABCD2', { fields: { name: 0 } }))).toEqual([]);
  });

  it('classes that may hold what is refused', () => {
    const sample = sampleOf('typ\nViolence and sexual offences\nDrugs', { fields: { category: 0 } });
    expect(findTraps(sample)).toMatchObject([
      { code: 'class_may_hold_sensitive', values: { groups: 'sexual, close_relation', rows: 1 } },
    ]);
  });
});

describe('traps of time', () => {
  const times = (...rows: string[]) => sampleOf(['datum', ...rows].join('\n'), { fields: { time: 0 } });

  it('days that do not exist', () => {
    expect(findTraps(times('2025-02-28', '2025-02-30', '2025-03-01'))).toMatchObject([
      { code: 'impossible_days', severity: 'warn', values: { rows: 1, example: '2025-02-30', examples: '3' } },
    ]);
    expect(codes(times('2024-02-29', '2025-03-01'))).toEqual([]);
  });

  it('an order of day and month that nothing tells, and one that changes', () => {
    expect(findTraps(times('03/04/2025', '05/06/2025'))).toMatchObject([
      {
        code: 'day_order_ambiguous',
        values: { example: '03/04/2025', read_as: '2025-04-03', else_as: '2025-03-04' },
        proposal: { options: { day_order: 'mdy' } },
      },
    ]);
    expect(codes(times('03/04/2025', '13/06/2025'))).toEqual([]);
    expect(codes(times('03/03/2025'))).toEqual([]);
    expect(codes(times('13/04/2025', '04/13/2025', '01/02/2025'))).toContain('day_order_mixed');
  });

  it('years of two figures', () => {
    expect(findTraps(times('08/07/16', '25/11/16'))).toMatchObject([
      { code: 'two_digit_years', severity: 'info', values: { rows: 2, example: '08/07/16', read_as: '2016-07-08' } },
    ]);
  });

  it('moments in UTC, and the zone that their own hours tell', () => {
    expect(findTraps(times('2025-03-03T21:30:00Z', '2025-03-04T22:10:00+00:00'))).toMatchObject([
      { code: 'utc_times', severity: 'info', values: { rows: 2, share_percent: 100, timezone: 'Europe/Stockholm' } },
    ]);
    expect(codes(times('2025-03-03T21:30:00+01:00', '2025-03-04T22:10:00'))).toEqual([]);
    const rows = Array.from({ length: 48 }, (_, hour) => {
      const at = new Date(Date.UTC(2010, 0, 1, hour + 6));
      return `${at.toISOString().slice(0, 19)}Z;${hour % 24}`;
    });
    expect(findTraps(sampleOf(['time;hour', ...rows].join('\n'), { fields: { time: 0, hour: 1 } }))).toMatchObject([
      {
        code: 'utc_other_zone',
        severity: 'warn',
        values: { timezone: 'America/Chicago' },
        proposal: { options: { timezone: 'America/Chicago' } },
      },
    ]);
  });

  it('months that are written as days', () => {
    expect(codes(times('2022-01-01', '2022-02-01', '2022-03-01'))).toEqual(['months_not_days']);
    expect(codes(times('2022-01-01', '2022-02-01', '2022-03-02'))).toEqual([]);
  });
});

describe('traps of numbers', () => {
  const values = (...rows: string[]) => sampleOf(['värde', ...rows].join('\n'), { fields: { value: 0 } });
  const counts = (...rows: string[]) => sampleOf(['antal', ...rows].join('\n'), { fields: { count: 0 } });

  it('a decimal comma, both marks, and what may be thousands', () => {
    expect(findTraps(values('2,10', '1,9'))).toMatchObject([{ code: 'decimal_comma', values: { example: '2,10' } }]);
    expect(findTraps(values('2,10', '1.9'))).toMatchObject([
      { code: 'decimals_mixed', values: { comma: '2,10', point: '1.9' } },
    ]);
    expect(findTraps(counts('1.234', '12'))).toMatchObject([
      { code: 'thousands_or_decimals', values: { example: '1.234', read_as: 'thousands' } },
    ]);
    expect(findTraps(values('1.234', '2.345'))).toMatchObject([{ values: { read_as: 'decimals' } }]);
    expect(codes(values('2.10', '1.9'))).toEqual([]);
    expect(codes(counts('12', '..'))).toEqual([]);
  });
});
