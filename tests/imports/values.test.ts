import { describe, expect, it } from 'vitest';
import { findColumns } from '../../server/imports/columns.ts';
import { toMetresFrom } from '../../server/imports/crs.ts';
import { ImportFault } from '../../server/imports/fault.ts';
import { categoryOf } from '../../server/imports/incident-categories.ts';
import { timeReader } from '../../server/imports/incident-time.ts';
import { Monthly } from '../../server/imports/monthly.ts';
import { parseHeight_m } from '../../server/imports/osm/buildings.ts';
import { isWhole } from '../../server/imports/readers/wkt.ts';
import { contentKeys } from '../../server/imports/row-keys.ts';
import { textsIn } from '../../server/imports/texts.ts';

const [sv, en] = [textsIn('sv'), textsIn('en')];
import { areAllCapitals, titleCase } from '../../server/imports/title-case.ts';
import { dayOrderOf, excelDay, parseCode, parseDay, parseNumber, parseYesNo } from '../../server/imports/values.ts';

describe('values', () => {
  it.each([
    ['2,10', 2.1],
    ['2.10', 2.1],
    ['1 234,5', 1234.5],
    ['\u2212,5', -0.5],
    ['1.234,5', null],
    ['', null],
    ['12 m', null],
  ])('reads the number %s', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each([
    ['08/07/16', 'dmy', '2016-07-08'],
    ['10/22/2014 05:27:48 PM', 'mdy', '2014-10-22'],
    ['2025-04-01T10:00:00+02:00', 'dmy', '2025-04-01'],
    ['20250401', 'dmy', '2025-04-01'],
    ['2026/01/31', 'dmy', '2026-01-31'],
    ['2026/01/31 10:00:00+00', 'dmy', '2026-01-31'],
    ['4.7.1996', 'dmy', '1996-07-04'],
    ['31/02/2020', 'dmy', null],
    ['Début 2019', 'dmy', null],
  ] as const)('reads the day %s as %s', (text, order, day) => expect(parseDay(text, order)).toBe(day));

  it('finds the order of day and month from the dates', () => {
    expect(dayOrderOf(['1/2/2010', '3/31/2010'])).toBe('mdy');
    expect(dayOrderOf(['01/02/10', '31/03/10'])).toBe('dmy');
    expect(dayOrderOf(['1/2/2010'])).toBe('dmy');
  });

  it('reads serial days, codes, words and heights', () => {
    expect(excelDay('41558')).toBe('2013-10-11');
    expect(excelDay('2013')).toBeNull();
    expect(parseCode('24407.0')).toBe('24407');
    expect(parseCode('0114')).toBe('0114');
    expect([parseYesNo('Ja'), parseYesNo('ute'), parseYesNo('kanske')]).toEqual([true, false, null]);
    expect([parseHeight_m('12,5 m'), parseHeight_m("39'"), parseHeight_m('hög')]).toEqual([12.5, 39 * 0.3048, null]);
  });

  it('writes capitals as names are written', () => {
    expect(areAllCapitals(['TYGELSJÖ VÅNG', 'INRE HAMNEN'])).toBe(true);
    expect(areAllCapitals(['TYGELSJÖ', 'Inre hamnen'])).toBe(false);
    expect(titleCase('TYGELSJÖ VÅNG')).toBe('Tygelsjö Vång');
    expect(titleCase('VÄSTRA KATTARP OCH LUGNET II')).toBe('Västra Kattarp och Lugnet II');
    expect(titleCase('NORRA-SÖDRA')).toBe('Norra-Södra');
  });

  it('knows what the database can read as a geometry', () => {
    expect(isWhole('POLYGON ((0 0,1 0,1 1,0 0))')).toBe(true);
    expect(isWhole('POLYGON ((0 0,1 0,0 0))')).toBe(false);
    expect(isWhole('MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((0 0,1 0,1 1,0 2)))')).toBe(false);
    expect(isWhole('LINESTRING (0 0)')).toBe(false);
    expect(isWhole('POINT (0 0)')).toBe(true);
    expect(isWhole('POINT EMPTY')).toBe(false);
  });
});

describe('columns', () => {
  const names = { time: ['time', 'datum'], lon: ['longitude', 'lon'], lat: ['latitude', 'lat'] } as const;
  const table = (...header: string[]) => ({ header, wktColumn: null });

  it('are found by name, whatever case and marks, and by what is asked for first', () => {
    expect(findColumns(table('Datum', 'LON', 'Lat'), names, new Map()).index).toEqual({ time: 0, lon: 1, lat: 2 });
    expect(findColumns(table('a', 'b', 'lat', 'lon'), names, new Map([['time', 'b']])).index).toEqual({
      time: 1,
      lon: 3,
      lat: 2,
    });
  });

  it('say what the file has when a column asked for is missing', () => {
    expect(() => findColumns(table('a', 'b'), names, new Map([['time', 'c']]))).toThrow(
      new ImportFault('no_such_column', { field: 'time', column: 'c', columns: 'a, b' }),
    );
  });
});

describe('coordinate systems', () => {
  it('lead to the same spot', () => {
    // A square in Malmö in degrees, and in SWEREF 99 13 30 and SWEREF 99 TM as PostGIS gives it.
    const here = [374_014.227, 6_164_055.655];
    for (const [east, north] of [
      toMetresFrom(4326)(13.0001, 55.6061),
      toMetresFrom(3008)(118_493.513, 6_164_820.296),
      toMetresFrom(3006)(374_014.227, 6_164_055.655),
    ]) {
      expect(east).toBeCloseTo(here[0] ?? 0, 2);
      expect(north).toBeCloseTo(here[1] ?? 0, 2);
    }
    expect(() => toMetresFrom(31370)).toThrow(ImportFault);
  });

  it('refuse what lies off the map', () => {
    expect(toMetresFrom(4326)(-76.6, 39.3)).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('times of incidents', () => {
  const read = (pairs: [string, string][], month = false) => {
    const reader = timeReader(pairs, 'Europe/Stockholm', month);
    return [reader.grain, pairs.map(([time, hour]) => reader.of(time, hour))];
  };

  it('are months, days, hours or minutes', () => {
    expect(read([['2023-01', '']])).toEqual(['month', [{ occurredAt: '2023-01-01 00:00:00', hour: null }]]);
    expect(read([['2022-03-01', '']], true)).toEqual(['month', [{ occurredAt: '2022-03-01 00:00:00', hour: null }]]);
    expect(read([['2022-03-02', '']])).toEqual(['day', [{ occurredAt: '2022-03-02 00:00:00', hour: null }]]);
    expect(read([['2022-03-02 00:00', '']])[0]).toBe('day');
    expect(read([['2022-03-02 21:00', '']])).toEqual(['hour', [{ occurredAt: '2022-03-02 21:00:00', hour: 21 }]]);
    expect(read([['2022-03-02', '21-22']])).toEqual(['hour', [{ occurredAt: '2022-03-02 21:00:00', hour: 21 }]]);
    expect(read([['2022-03-02 21:15', '']])).toEqual(['minute', [{ occurredAt: '2022-03-02 21:15:00', hour: 21 }]]);
    expect(read([['10/22/2014 05:27:48 PM', '']])[1]).toEqual([{ occurredAt: '2014-10-22 17:27:48', hour: 17 }]);
  });

  it('become local when they are in UTC, over both changes of the clock', () => {
    expect(read([['2026-01-01T22:30:00Z', '']])[1]).toEqual([{ occurredAt: '2026-01-01 23:30:00', hour: 23 }]);
    expect(read([['2026-06-30T22:30:00Z', '']])[1]).toEqual([{ occurredAt: '2026-07-01 00:30:00', hour: 0 }]);
    expect(read([['2026/01/01 22:30:00+00', '']])[1]).toEqual([{ occurredAt: '2026-01-01 23:30:00', hour: 23 }]);
    expect(read([['2023-03-20T10:19:26+01:00', '']])[1]).toEqual([{ occurredAt: '2023-03-20 10:19:26', hour: 10 }]);
  });

  it("in UTC need no column of hours: it would be another day's", () => {
    const reader = timeReader([['2010-01-02T05:30:00Z', '23']], 'America/Chicago', false);
    expect(reader.of('2010-01-02T05:30:00Z', '23')).toEqual({ occurredAt: '2010-01-01 23:30:00', hour: 23 });
    expect(read([['2026-01-01 22:30 UTC', '']])[1]).toEqual([{ occurredAt: '2026-01-01 23:30:00', hour: 23 }]);
  });

  it('are read as people write them', () => {
    expect(read([['3 mars 2025 kl. 21.30', '']])).toEqual([
      'minute',
      [{ occurredAt: '2025-03-03 21:30:00', hour: 21 }],
    ]);
    expect(read([['20250401120500', '']])).toEqual(['minute', [{ occurredAt: '2025-04-01 12:05:00', hour: 12 }]]);
    expect(read([['2025-04-01 2130', '']])).toEqual(['minute', [{ occurredAt: '2025-04-01 21:30:00', hour: 21 }]]);
    expect(read([['2025-04-01', '930']])).toEqual(['minute', [{ occurredAt: '2025-04-01 09:30:00', hour: 9 }]]);
    expect(read([['3 mars 2025', '']])).toEqual(['day', [{ occurredAt: '2025-03-03 00:00:00', hour: null }]]);
    expect(read([['mars 2025', '']])).toEqual(['month', [{ occurredAt: '2025-03-01 00:00:00', hour: null }]]);
  });

  it('that are all the first of a month are months, whatever their heading', () => {
    const firsts: [string, string][] = [
      ['2022-01-01', ''],
      ['2022-02-01', ''],
      ['2022-03-01', ''],
    ];
    expect(read(firsts)[0]).toBe('month');
    expect(read([...firsts, ['2022-03-02', '']])[0]).toBe('day');
    expect(read(firsts.slice(0, 2))[0]).toBe('day');
  });

  it('are refused when they are none', () => {
    expect(
      read([
        ['2022-03-02 25:10', ''],
        ['igår', ''],
        ['2022-13-01 10:10', ''],
      ])[1],
    ).toEqual([null, null, null]);
  });

  it('tell which months are missing', () => {
    const months = new Monthly();
    for (const day of ['2023-11-05 00:00:00', '2024-02-01 00:00:00']) months.add(day);
    expect([months.first, months.last, months.missing()]).toEqual(['2023-11-05', '2024-02-01', ['2023-12', '2024-01']]);
  });
});

describe('categories of crime', () => {
  it.each([
    ['Drugs', 'drug'],
    ['Vehicle crime', 'vehicle'],
    ['Motorfordon, stöld', 'vehicle'],
    ['Stöld, försök', 'property'],
    ['Misshandel, grov', 'violence'],
    ['Anti-social behaviour', 'disorder'],
    ['Trafikolycka, personskada', 'other'],
    ['Sammanfattning natt', 'other'],
    ['Ufo', null],
  ])('%s is %s', (name, category) => expect(categoryOf(name)).toBe(category));
});

describe('keys of rows without keys', () => {
  it('tell equal rows apart by their number and come out alike every time', () => {
    const [a, b] = [contentKeys(), contentKeys()];
    const first = ['x', 'y', 'x'].map((content) => a(content));
    expect(['x', 'y', 'x', 'z'].map((content) => b(content)).slice(0, 3)).toEqual(first);
    expect(new Set(first).size).toBe(3);
    expect(first.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
  });
});

describe('texts', () => {
  it('say the same things in both languages', () => {
    const keys = (value: object): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'object' && !Array.isArray(inner) ? keys(inner as object).map((k) => `${key}.${k}`) : [key],
      );
    expect(keys(en)).toEqual(keys(sv));
  });
});
