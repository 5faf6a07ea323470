import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, geojson, importFile, square } from './import-file.ts';
import { asker } from './kinds-town.ts';

const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const line = {
  type: 'LineString',
  coordinates: [
    [15, 59],
    [15.01, 59.01],
  ],
};

describeOnBothEngines('importing measures, zones and masts', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  it('reads other measures as points, lines and areas, by the words of the trade', async () => {
    const path = fileOf(
      'insatser.geojson',
      geojson([
        [{ id: 1, namn: 'Ny belysning i parken', typ: 'Belysning', från: '2024-03-01' }, point(15, 59)],
        [
          { id: 2, namn: 'Ordningsvakter centrum', typ: 'Ordningsvakter', från: '2023-01-01', till: '2023-12-31' },
          square(15, 59),
        ],
        [{ id: 3, namn: 'Röjd gångväg', typ: 'Siktröjning', från: '4 maj 2022' }, line],
        [{ id: 4, namn: 'Fältarna på stan', typ: 'Uppsökande' }, point(15.1, 59)],
        [{ id: 5, namn: 'Nya lås', typ: 'Skalskydd' }, point(15.2, 59)],
        [{ id: 6, namn: 'Trygghetsvärdar', typ: '' }, point(15.2, 59)],
        [{ id: 7, namn: 'Pop-up', typ: 'Konstverk' }, point(15.2, 59)],
        [{ id: 8, namn: 'Fel datum', typ: 'Belysning', från: '2024-13-01' }, point(15.2, 59)],
        [{ id: 9, namn: 'Baklänges', typ: 'Belysning', från: '2024-02-01', till: '2024-01-01' }, point(15.2, 59)],
      ]),
    );
    const { outcome, collector, notes } = await importFile(database, 'interventions', path);
    expect(outcome.counts).toMatchObject({ read: 9, new: 7, refused: 2 });
    expect(collector.shown.map(({ field, reason }) => [field, reason])).toEqual([
      ['valid_from', 'not_a_day'],
      ['valid_to', 'out_of_range'],
    ]);
    expect(notes.get('unread_values')).toMatchObject({ field: 'kind', rows: 1, examples: 'Konstverk' });
    expect(
      await asker(database)(sql`
        select source_key as key, kind, valid_from as "from", valid_to as "to", geometrytype(geom) as shape from app.intervention order by source_key`),
    ).toEqual([
      { key: '1', kind: 'lighting', from: '2024-03-01', to: null, shape: 'POINT' },
      { key: '2', kind: 'guards', from: '2023-01-01', to: '2023-12-31', shape: 'POLYGON' },
      { key: '3', kind: 'sight_lines', from: '2022-05-04', to: null, shape: 'LINESTRING' },
      { key: '4', kind: 'social_work', from: null, to: null, shape: 'POINT' },
      { key: '5', kind: 'locks', from: null, to: null, shape: 'POINT' },
      { key: '6', kind: 'guards', from: null, to: null, shape: 'POINT' },
      { key: '7', kind: 'other', from: null, to: null, shape: 'POINT' },
    ]);
  });

  it('reads measures from a table of positions; a kind may be said for the whole file', async () => {
    const path = fileOf('tabell.csv', 'Åtgärd;Longitud;Latitud\nStationen;15,01;59,01\nTorget;;\n');
    const { outcome, collector } = await importFile(database, 'interventions', path, 'kind=guards');
    expect(outcome.counts).toMatchObject({ read: 2, new: 1, refused: 1 });
    expect(collector.shown).toMatchObject([{ field: 'position', reason: 'no_position' }]);
  });

  it('asks of a zone what it is and from when; the whole file may say either', async () => {
    const path = fileOf(
      'zoner.geojson',
      geojson([
        [{ namn: 'Centrum', typ: 'LOV 3-område', från: '2024-01-01', till: '2026-12-31' }, square(15, 59)],
        [{ namn: 'Norra', typ: 'Särskilt utsatt område', från: '2023-12-01' }, square(15.1, 59)],
        [{ namn: 'Parken', typ: 'Öppen drogscen', från: '' }, square(15.2, 59)],
        [{ namn: 'Kajen', typ: 'Något annat', från: '2024-01-01' }, square(15.3, 59)],
        [{ namn: '', typ: 'Drogscen', från: '2024-01-01' }, square(15.4, 59)],
        [{ namn: 'Prick', typ: 'Drogscen', från: '2024-01-01' }, point(15.4, 59)],
      ]),
    );
    const { outcome, collector } = await importFile(database, 'zones', path);
    expect(outcome.counts).toMatchObject({ read: 6, new: 2, refused: 4 });
    expect(collector.shown.map(({ field, reason }) => [field, reason]).toSorted()).toEqual([
      ['geometry', 'not_an_area'],
      ['kind', 'not_a_choice'],
      ['name', 'missing'],
      ['valid_from', 'missing'],
    ]);
    const zones = () =>
      asker(database)(sql`select kind, name, valid_from as "from", valid_to as "to" from app.zone order by name`);
    expect(await zones()).toEqual([
      { kind: 'guard_zone', name: 'Centrum', from: '2024-01-01', to: '2026-12-31' },
      { kind: 'vulnerable_area', name: 'Norra', from: '2023-12-01', to: null },
    ]);
    const bare = fileOf('utan.geojson', geojson([[{ namn: 'Kajen' }, square(15.3, 59)]]));
    await importFile(database, 'zones', bare, 'source=zoner', 'kind=drug_scene', 'valid_from=2025-02-01');
    expect(await zones()).toEqual([{ kind: 'drug_scene', name: 'Kajen', from: '2025-02-01', to: null }]);
  });

  it('reads masts with power and fibre, and leaves unknown what it cannot read', async () => {
    const path = fileOf(
      'stolpar.csv',
      `Stolpnr;Typ;Ägare;Höjd;El;Fiber;X;Y
0017;Belysningsstolpe;Gatukontoret;8 m;ja;nej;15,01;59,01
0018;Mast;Telia;42,5;230 V;ja;15,02;59,01
0019;Trafiksignal;;0;kanske;;15,03;59,01
0020;;;;nej;okänt;15,04;59,01
`,
    );
    const { outcome, notes } = await importFile(database, 'masts', path);
    expect(outcome.counts).toMatchObject({ read: 4, new: 4, refused: 0 });
    expect(
      await asker(database)(sql`
        select source_key as key, kind, owner, height_m as height, has_power as power, has_fibre as fibre from app.mast order by source_key`),
    ).toEqual([
      { key: '0017', kind: 'lamp', owner: 'Gatukontoret', height: 8, power: true, fibre: false },
      { key: '0018', kind: 'mast', owner: 'Telia', height: 42.5, power: true, fibre: true },
      { key: '0019', kind: 'pole', owner: null, height: null, power: null, fibre: null },
      { key: '0020', kind: 'pole', owner: null, height: null, power: false, fibre: null },
    ]);
    expect(notes.get('unread_values')).toBeDefined();
    const double = fileOf('dubbel.csv', 'Nr;X;Y\n1;15,01;59,01\n1;15,02;59,01\n');
    const { notes: told, outcome: both } = await importFile(database, 'masts', double);
    expect(told.get('keys_not_unique')).toEqual({ column: 'Nr' });
    expect(both.counts).toMatchObject({ new: 2 });
  });
});
