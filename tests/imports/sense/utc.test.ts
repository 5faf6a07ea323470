import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { timeReader } from '../../../server/imports/incident-time.ts';
import { realFile } from '../import-file.ts';

const houston = realFile('incidents/houston_2010_crime.csv.gz');

it.skipIf(houston.isMissing)("puts a real register's UTC times in their local hours (REAL_DATA)", () => {
  const rows = parse(gunzipSync(readFileSync(houston.path)), { from_line: 2 }) as string[][];
  const pairs = rows.map(([time = '', , hour = '']) => [time, hour] as const);
  const reader = timeReader(pairs.slice(0, 5000), 'America/Chicago', false);
  const wrong = rows.filter(([time = '', date = '', hour = '']) => {
    const [month, day, year] = date.split('/').map(Number);
    const local = reader.of(time, hour);
    const expected = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return local?.hour !== Number(hour) || !local.occurredAt.startsWith(expected);
  });
  expect(rows.length).toBe(86_314);
  // Its publisher wrote nine of them in the hour that the clocks skipped that night.
  expect(wrong.length).toBe(9);
  expect(new Set(wrong.map(([, date, hour]) => `${date} ${hour}`))).toEqual(new Set(['3/14/2010 2']));
});
