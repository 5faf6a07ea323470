import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromLonLat } from '#core/projection/sweref99tm.ts';
import { sql } from '../../server/db/sql.ts';
import { timeByValues } from '../../server/imports/incident-reader.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { collectorFor, fileOf, geojson, importFile, realFile } from './import-file.ts';
import { readArguments } from '../../server/imports/arguments.ts';
import { runImport } from '../../server/imports/run-import.ts';

const heading = 'Crime ID,Month,Longitude,Latitude,Location,Crime type\n';
/** Rows over three months around a town, no two alike but for the last two of each hundred. */
function crimes(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => {
    const n = from + (index % 100 === 99 ? index - 1 : index);
    const month = `2024-0${1 + (n % 3)}`;
    const type = ['Drugs', 'Vehicle crime', 'Violence and sexual offences'][n % 3];
    return `secret-id,${month},${(15 + (n % 700) / 1000).toFixed(5)},${(59 + n / 100_000).toFixed(5)},On or near a street,${type}\n`;
  }).join('');
}

describeOnBothEngines('a day and a time in two columns', (open) => {
  it('are one moment, with its hour', async () => {
    const database = await open();
    const path = fileOf(
      'brott.csv',
      'Datum;Tid;Brott;lon;lat\n2025-01-03;21:30;Rån;15.7;59.35\n2025-01-04;kl. 7;Rån;15.7;59.36\n',
    );
    const { outcome } = await importFile(database, 'incidents', path);
    expect(outcome.counts).toMatchObject({ new: 2, refused: 0 });
    const rows = await database.gate.service('importer', (tx) =>
      tx.query(sql`select occurred_at::date::text as day, hour from secret.incident order by occurred_at`),
    );
    expect(rows).toEqual([
      { day: '2025-01-03', hour: 21 },
      { day: '2025-01-04', hour: 7 },
    ]);
    await database.close();
  });
});

it('takes a column of whole moments for the time before one of days', () => {
  const header = ['date', 'hour', 'time'];
  const rows = [['1/1/2010', '0', '2010-01-01T06:00:00Z']];
  expect(timeByValues(header, rows, new Map()).get('time')).toBe('time');
  expect(timeByValues(header, [['1/1/2010', '0', '21:30']], new Map()).has('time')).toBe(false);
  expect(timeByValues(header, rows, new Map([['time', 'date']])).get('time')).toBe('date');
});

describeOnBothEngines('importing crime points', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  const rowsOf = (source: string) =>
    database.gate.service('deriver', (tx) =>
      tx.query<{ n: number; batches: number }>(sql`
        select count(*)::int as n, count(distinct i.batch_id)::int as batches from secret.incident i
        join secret.import_batch b on b.id = i.batch_id and b.published_at is not null and b.withdrawn_at is null
        join app.source s on s.id = i.source_id and s.name = ${source}`),
    );
  const sourceOf = (source: string) =>
    database.gate
      .service('deriver', (tx) =>
        tx.query(sql`select s.*, c.what, c.grain, c.time_grain, c.period_from, c.period_to, c.share_with_coordinates as share,
          c.refused_for_density as refused, c.distinct_points as points
          from app.source s join app.crime_source c on c.source_id = s.id where s.name = ${source}`),
      )
      .then(([row]) => row);

  it('counts what it read, and the same file again changes nothing', async () => {
    const path = fileOf('brott.csv', heading + crimes(12_000));
    const first = await importFile(database, 'incidents', path);
    expect(first.outcome.counts).toEqual({ read: 12_000, new: 12_000, changed: 0, same: 0, gone: 0, refused: 0 });
    const before = await sourceOf('brott');
    expect(before).toMatchObject({
      kind: 'incidents',
      what: 'recorded_crime',
      grain: 'point',
      time_grain: 'month',
      period_from: '2024-01-01',
      period_to: '2024-03-01',
      share: 1,
      refused: null,
    });
    database.clock.moveTo('2026-10-02T08:00:00.000Z');
    const again = await importFile(database, 'incidents', path);
    expect(again.outcome.counts).toEqual({ read: 12_000, new: 0, changed: 0, same: 12_000, gone: 0, refused: 0 });
    expect([...again.notes.keys()]).toContain('same_file');
    expect(await sourceOf('brott')).toEqual(before);
    expect(await rowsOf('brott')).toEqual([{ n: 12_000, batches: 1 }]);
  });

  it('adds only what is new of a file that has grown', async () => {
    const path = fileOf('brott.csv', heading + crimes(12_000) + crimes(500, 20_000));
    expect((await importFile(database, 'incidents', path)).outcome.counts).toMatchObject({ new: 500, same: 12_000 });
    expect(await rowsOf('brott')).toEqual([{ n: 12_500, batches: 2 }]);
  });

  it('keeps time, category, indoors or out, and position, and nothing else', async () => {
    const path = fileOf(
      'egna.csv',
      'Tidpunkt;Händelsetyp;Inne;Namn;X;Y\n2026-03-01 21:15;Skadegörelse;ja;Kalle;6580000;540000\n2026-03-02 08:00;Bråk;;Lisa;6580010;540010\n',
    );
    const { outcome, notes } = await importFile(database, 'incidents', path, 'what=own_incidents');
    expect(outcome.counts).toMatchObject({ read: 2, new: 2 });
    expect(notes.get('understood')?.['format']).toBe('CSV (;) UTF-8');
    const rows = await database.gate.service('importer', (tx) =>
      tx.query(sql`select occurred_at, hour, category, indoors, st_x(geom) as e, st_y(geom) as n, st_srid(geom) as srid
        from secret.incident where source_id = (select id from app.source where name = 'egna') order by occurred_at`),
    );
    expect(rows).toEqual([
      {
        occurred_at: '2026-03-01 21:15:00',
        hour: 21,
        category: 'property',
        indoors: true,
        e: 540_000,
        n: 6_580_000,
        srid: 3006,
      },
      {
        occurred_at: '2026-03-02 08:00:00',
        hour: 8,
        category: 'disorder',
        indoors: false,
        e: 540_010,
        n: 6_580_010,
        srid: 3006,
      },
    ]);
    expect(await sourceOf('egna')).toMatchObject({ what: 'own_incidents', time_grain: 'minute' });
    const all = await database.gate.service('importer', (tx) =>
      tx.query<{ text: string }>(sql`select string_agg(i::text, ' ') as text from secret.incident i`),
    );
    expect(all[0]?.text).not.toMatch(/Kalle|Lisa|secret-id|street/);
  });

  it('tells every refused row by row, field, value and reason, on screen and in a file', async () => {
    const path = fileOf(
      'fel.csv',
      'datum,typ,lon,lat\n2026-01-01,Rån,15.1,59.1\n2026-01-02,Rån,,\n2026-01-03,Rån,femton,59\n\n2026-01-04,Rån,0,0\nigår,Rån,15.1,59.1\n,Rån,15.1,59.1\n2026-01-05,Rån,-76.6,39.3\n2026-01-06,Okänt sätt,15.1,59.1\n2026-01-07\n',
    );
    const { outcome, collector, notes } = await importFile(database, 'incidents', path);
    expect(outcome.counts).toMatchObject({ read: 9, new: 2, refused: 7 });
    expect(collector.shown).toEqual([
      { row: 3, field: 'position', value: '', reason: 'no_position' },
      { row: 4, field: 'position', value: 'femton 59', reason: 'position_no_number' },
      { row: 6, field: 'position', value: '0 0', reason: 'position_null_island' },
      { row: 7, field: 'time', value: 'igår', reason: 'not_a_time' },
      { row: 8, field: 'time', value: '', reason: 'no_time' },
      { row: 9, field: 'position', value: '-76.6 39.3', reason: 'position_outside' },
      { row: 11, field: 'position', value: '', reason: 'no_position' },
    ]);
    expect(readFileSync(`${path}.avvisade.csv`, 'utf8').split('\r\n').slice(0, 3)).toEqual([
      '\ufeff"rad";"fält";"värde";"skäl"',
      '"3";"position";"";"läge saknas"',
      '"4";"position";"femton 59";"läget är inte två tal"',
    ]);
    expect(notes.get('unknown_categories')).toEqual({ rows: 1, names: 'Okänt sätt (1)' });
    expect(await sourceOf('fel')).toMatchObject({ share: 0.4444, rows_refused: 7 });
  });

  it('takes one category for a whole file, columns by name, and points from GeoJSON', async () => {
    const path = fileOf('punkter.csv', 'when,where_e,where_n\n2026-01-01,540000,6580000\n');
    await importFile(database, 'incidents', path, 'time=when', 'lon=where_e', 'lat=where_n', 'category=vehicle');
    const [east, north] = fromLonLat([15.2, 59.2]);
    const point = { type: 'Point', coordinates: [15.2, 59.2] };
    const json = fileOf('punkter2.geojson', geojson([[{ datum: '2026-01-01', typ: 'Rån' }, point]]));
    await importFile(database, 'incidents', json);
    const rows = await database.gate.service('importer', (tx) =>
      tx.query(sql`select i.category, st_x(geom) as e, st_y(geom) as n from secret.incident i join app.source s on s.id = i.source_id
        where s.name like 'punkter%' order by s.name`),
    );
    expect(rows[0]).toEqual({ category: 'vehicle', e: 540_000, n: 6_580_000 });
    expect(rows[1]).toMatchObject({ category: 'violence' });
    expect(Number(rows[1]?.['e'])).toBeCloseTo(east, 1);
    expect(Number(rows[1]?.['n'])).toBeCloseTo(north, 1);
  });

  it('refuses points that are the middles of districts as a basis for density, and says so', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) => `2026-01-0${1 + (n % 9)},Rån,${15 + (n % 8) / 10},59\n`).join(
      '',
    );
    const { notes } = await importFile(database, 'incidents', fileOf('mitt.csv', `datum,typ,lon,lat\n${rows}`));
    expect(notes.get('stacked')).toMatchObject({ points: 8, incidents: 2000 });
    expect(await sourceOf('mitt')).toMatchObject({ refused: 'MANY_PER_POINT', points: 8 });
    expect(await sourceOf('brott')).toMatchObject({ refused: null });
  });

  it('says which months are missing', async () => {
    const path = fileOf('luckor.csv', 'månad,typ,lon,lat\n2023-01,Rån,15,59\n2023-04,Rån,15.1,59\n');
    expect((await importFile(database, 'incidents', path)).notes.get('months_missing')).toEqual({
      count: 2,
      months: '2023-02, 2023-03',
    });
  });

  it('leaves nothing behind when it fails or is cancelled', async () => {
    const empty = fileOf('tom.csv', 'datum,typ,lon,lat\n2026-01-01,Rån,,\n');
    await expect(importFile(database, 'incidents', empty)).rejects.toMatchObject({ code: 'nothing_usable' });
    const path = fileOf('avbruten.csv', heading + crimes(30_000));
    const cancel = new AbortController();
    const collector = collectorFor(false, path);
    const report = {
      refuse: collector.refuse.bind(collector),
      note: collector.note.bind(collector),
      progress: () => cancel.abort(),
      refused: 0,
    };
    await expect(
      runImport(database.gate, database.clock, readArguments(['incidents', path]), report, cancel.signal),
    ).rejects.toMatchObject({ code: 'cancelled' });
    const left = await database.gate.service('importer', (tx) =>
      tx.query(sql`select (select count(*)::int from app.source where name in ('tom', 'avbruten')) as sources,
        (select count(*)::int from secret.import_batch where published_at is null) as batches`),
    );
    expect(left).toEqual([{ sources: 0, batches: 0 }]);
  });

  it('brings back the rows of a withdrawn batch when the file is given again', async () => {
    await database.gate.service('importer', (tx) =>
      tx.query(
        sql`update secret.import_batch set withdrawn_at = now() where source_id = (select id from app.source where name = 'egna')`,
      ),
    );
    expect(await rowsOf('egna')).toEqual([{ n: 0, batches: 0 }]);
    const path = fileOf('egna.csv', 'Tidpunkt;Händelsetyp;X;Y\n2026-03-01 21:15;Skadegörelse;6580000;540000\n');
    expect((await importFile(database, 'incidents', path, 'what=own_incidents')).outcome.counts.new).toBe(1);
    expect(await rowsOf('egna')).toEqual([{ n: 1, batches: 1 }]);
  });

  it('names the installation and opens its map where the data are', async () => {
    const [row] = await database.gate.service('deriver', (tx) =>
      tx.query<{ value: { name: string; example: boolean; bounds: number[] } }>(
        sql`select value from app.setting where key = 'instance'`,
      ),
    );
    expect(row?.value).toMatchObject({ name: 'Kommunen', example: false, today: null });
    const [west = 0, south = 0, east = 0, north = 0] = row?.value.bounds ?? [];
    expect(west < 15.01 && south < 59.01 && east > 15.5 && north > 59.1 && west > 14 && north < 60).toBe(true);
  });

  const polisen = realFile('incidents/polisen_events.csv.gz');
  it.skipIf(polisen.isMissing)(
    'recognises real polisen.se events as middles of municipalities (REAL_DATA)',
    async () => {
      const { notes, outcome } = await importFile(database, 'incidents', polisen.path, 'source=polisen.se');
      expect(outcome.counts.new).toBe(84_623);
      expect(notes.get('stacked')).toBeDefined();
    },
  );
});
