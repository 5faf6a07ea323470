import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, geojson, importFile, realFile, square } from './import-file.ts';

/** A bow tie: it crosses itself. */
const bow = {
  type: 'Polygon',
  coordinates: [
    [
      [15.3, 59],
      [15.4, 59.1],
      [15.4, 59],
      [15.3, 59.1],
      [15.3, 59],
    ],
  ],
};

describeOnBothEngines('importing areas and the survey', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());
  const query = <Row>(statement: ReturnType<typeof sql>) =>
    database.gate.service('importer', (tx) => tx.query<Row>(statement));
  const areas = (set: string) =>
    query(sql`select a.code, a.name, a.population, st_isvalid(a.geom) as valid from app.area a join app.area_set s on s.id = a.area_set_id
      where s.code = ${set} order by a.code, a.valid_from nulls first`);

  const first = geojson([
    [{ do_kod: 1, delomrade: 'ÖSTRA STRANDEN', befolkning: 1200 }, square(15, 59)],
    [{ do_kod: 2, delomrade: 'VÄSTRA', befolkning: 800 }, square(15.1, 59)],
    [{ do_kod: 3, delomrade: 'FLUGAN', befolkning: null }, bow],
    [
      { do_kod: 4, delomrade: 'PUNKTEN', befolkning: 1 },
      { type: 'Point', coordinates: [15, 59] },
    ],
    [{ do_kod: 5, delomrade: 'DELAD', befolkning: 5 }, square(15.5, 59)],
    [{ do_kod: 5, delomrade: 'DELAD', befolkning: 5 }, square(15.7, 59)],
    [{ do_kod: 1, delomrade: 'ANNAN', befolkning: 5 }, square(15.8, 59)],
  ]);

  it('writes capitals as names, mends what crosses itself, joins parts, refuses what is no area', async () => {
    const { outcome, collector, notes } = await importFile(database, 'areas', fileOf('d.geojson', first), 'set=delar');
    expect(outcome.counts).toEqual({ read: 7, new: 4, changed: 0, same: 0, gone: 0, refused: 2 });
    expect(await areas('delar')).toEqual([
      { code: '1', name: 'Östra Stranden', population: 1200, valid: true },
      { code: '2', name: 'Västra', population: 800, valid: true },
      { code: '3', name: 'Flugan', population: null, valid: true },
      { code: '5', name: 'Delad', population: 5, valid: true },
    ]);
    expect(collector.shown).toEqual([
      { row: 5, field: 'geometry', value: 'POINT', reason: 'not_an_area' },
      { row: 8, field: 'code', value: '1', reason: 'duplicate' },
    ]);
    expect(notes.get('made_valid')).toEqual({ code: '3', row: 4 });
    expect(notes.get('parts_joined')).toEqual({ code: '5', parts: 2 });
    const [set] = await query(sql`select kind, name_sv from app.area_set where code = 'delar'`);
    expect(set).toEqual({ kind: 'survey_area', name_sv: 'Delar' });
  });

  it('tells new, changed, same and gone', async () => {
    expect((await importFile(database, 'areas', fileOf('d.geojson', first), 'set=delar')).outcome.counts).toMatchObject(
      { new: 0, changed: 0, same: 4, gone: 0 },
    );
    const next = geojson([
      [{ do_kod: 1, delomrade: 'Östra stranden', befolkning: 1200 }, square(15, 59)],
      [{ do_kod: 2, delomrade: 'Västra', befolkning: 800 }, square(15.1, 59, 0.05)],
      [{ do_kod: 9, delomrade: 'Nya', befolkning: 800 }, square(15.2, 59, 0.05)],
      [{ do_kod: 5, delomrade: 'Delad', befolkning: 5 }, square(15.5, 59)],
      [{ do_kod: 5, delomrade: 'Delad', befolkning: 5 }, square(15.7, 59)],
    ]);
    expect((await importFile(database, 'areas', fileOf('d.geojson', next), 'set=delar')).outcome.counts).toEqual({
      read: 5,
      new: 1,
      changed: 2,
      same: 1,
      gone: 1,
      refused: 0,
    });
    expect((await areas('delar')).map((area) => (area as { code: string }).code)).toEqual(['1', '2', '5', '9']);
  });

  it('keeps two sets apart, and a source to its kind', async () => {
    await importFile(
      database,
      'areas',
      fileOf('x.geojson', geojson([[{ name: 'Ett' }, square(16, 59)]])),
      'set=x',
      'areas=other',
    );
    expect(await areas('x')).toEqual([{ code: 'Ett', name: 'Ett', population: null, valid: true }]);
    expect(await areas('delar')).toHaveLength(4);
    const csv = fileOf('delar.csv', 'datum,typ,lon,lat\n2024-01-01,Rån,15,59\n');
    await expect(importFile(database, 'incidents', csv)).rejects.toMatchObject({ code: 'source_of_other_kind' });
  });

  const survey = `Område;Indikator;År;Värde;Antal svar;Svarsfrekvens;Kön
1;Samlat problemindex;2024;2,13;120;51,5;Alla
västra;Samlat problemindex;2024;1,9;80;;Alla
Västra;Samlat problemindex;2023;..;8;;Alla
Hela kommunen;Samlat problemindex;2024;2,05;900;;Alla
Norra;Samlat problemindex;2024;2,0;9;;Alla
1;Samlat problemindex;2022;7,1;9;;Alla
1;Trygga sen kväll;2024;59,2 %;100;;Kvinnor
1;Trygga sen kväll;2024;60 %;100;;Kvinnor
1;Trygga sen kväll;1024;60 %;100;;Kvinnor
1;Trygga sen kväll;2024;60 %;100;;Barn
`;

  it('reads the survey by an area’s code or name, with decimal commas', async () => {
    const path = fileOf('trygghet.csv', survey);
    const { outcome, collector, notes } = await importFile(database, 'survey', path);
    expect(outcome.counts).toEqual({ read: 10, new: 5, changed: 0, same: 0, gone: 0, refused: 5 });
    expect(notes.get('survey_set')).toEqual({ set: 'delar' });
    expect(collector.shown).toEqual([
      { row: 6, field: 'area', value: 'Norra', reason: 'unknown_area' },
      { row: 7, field: 'value', value: '7,1', reason: 'out_of_range' },
      { row: 9, field: 'value', value: '60 %', reason: 'duplicate' },
      { row: 10, field: 'year', value: '1024', reason: 'out_of_range' },
      { row: 11, field: 'respondents', value: 'Barn', reason: 'not_a_choice' },
    ]);
    expect(
      await query(sql`select area_code as area, comparison_unit as line, indicator, year, respondents as who, value, status, answers, response_rate as rate
        from app.survey_value order by indicator, year, area_code nulls first`),
    ).toEqual([
      {
        area: '2',
        line: null,
        indicator: 'overall',
        year: 2023,
        who: 'all',
        value: null,
        status: 'too_few',
        answers: 8,
        rate: null,
      },
      {
        area: null,
        line: 'Hela kommunen',
        indicator: 'overall',
        year: 2024,
        who: 'all',
        value: 2.05,
        status: 'published',
        answers: 900,
        rate: null,
      },
      {
        area: '1',
        line: null,
        indicator: 'overall',
        year: 2024,
        who: 'all',
        value: 2.13,
        status: 'published',
        answers: 120,
        rate: 51.5,
      },
      {
        area: '2',
        line: null,
        indicator: 'overall',
        year: 2024,
        who: 'all',
        value: 1.9,
        status: 'published',
        answers: 80,
        rate: null,
      },
      {
        area: '1',
        line: null,
        indicator: 'safe_late_evening',
        year: 2024,
        who: 'women',
        value: 59.2,
        status: 'published',
        answers: 100,
        rate: null,
      },
    ]);
  });

  it('tells what changed and what went of the survey, and does not take over another source’s value', async () => {
    const path = fileOf('trygghet.csv', survey.replace('2,13', '2,2').replace(/^Västra;.*2023.*\n/m, ''));
    expect((await importFile(database, 'survey', path)).outcome.counts).toMatchObject({
      new: 0,
      changed: 1,
      same: 3,
      gone: 1,
    });
    const other = fileOf(
      'andra.csv',
      'Område;Indikator;År;Värde\n1;Samlat problemindex;2024;0,5\n1;Samlat problemindex;2025;2\n',
    );
    const { outcome, collector } = await importFile(database, 'survey', other);
    expect(outcome.counts).toMatchObject({ new: 1, refused: 1 });
    expect(collector.shown).toMatchObject([{ row: 2, reason: 'given_by_other_source' }]);
  });

  it('asks for the measure of a question it does not know', async () => {
    const path = fileOf('hundar.csv', 'Område;Indikator;År;Värde\n1;Hundar utan koppel;2024;1,2\n');
    await expect(importFile(database, 'survey', path)).rejects.toMatchObject({ code: 'measure_needed' });
    const { notes } = await importFile(database, 'survey', path, 'measure=INDEX_0_6');
    expect(notes.get('new_indicator')).toEqual({ name: 'Hundar utan koppel', measure: 'INDEX_0_6' });
    expect(
      await query(sql`select camera_relevant as relevant from app.indicator where code = 'hundar_utan_koppel'`),
    ).toEqual([{ relevant: false }]);
  });

  const malmo = ['malmo_delomraden_epsg3008.gpkg', 'malmo_delomraden.geojson'].map((name) => realFile(`areas/${name}`));
  it.skipIf(malmo.some(({ isMissing }) => isMissing))('reads Malmö alike from two systems (REAL_DATA)', async () => {
    const [gpkg, json] = malmo;
    await importFile(database, 'areas', gpkg?.path ?? '', 'set=gpkg');
    await importFile(database, 'areas', json?.path ?? '', 'set=json');
    const different = await query(sql`
      select g.code from app.area g full join app.area j on j.code = g.code and j.area_set_id = (select id from app.area_set where code = 'json')
      where g.area_set_id = (select id from app.area_set where code = 'gpkg')
        and (j.name is distinct from g.name or st_area(st_symdifference(g.geom, j.geom)) > 0.001 * st_area(g.geom))`);
    expect(different).toEqual([]);
    expect(await areas('gpkg')).toHaveLength(136);
  });
});

describeOnBothEngines('areas that do not fit together', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  it('are taken as they are, and the overlap and the gap are told with their size', async () => {
    const at = (code: string, west: number, south: number, size: number) =>
      [{ kod: code, namn: `Område ${code}` }, square(west, south, size)] as const;
    // Four round a hole in the middle, and one that lies over the first.
    const ring = [at('A', 15, 59, 0.2), at('B', 15.2, 59, 0.1), at('C', 15.2, 59.1, 0.1)];
    const { notes } = await importFile(
      database,
      'areas',
      fileOf('over.geojson', geojson([...ring, at('D', 15.05, 59.05, 0.05)])),
    );
    expect(notes.get('areas_overlap')).toMatchObject({ pairs: 1, one: 'Område A', other: 'Område D' });
    expect(Number(notes.get('areas_overlap')?.['m2'])).toBeGreaterThan(1_000_000);
    expect(notes.has('areas_gaps')).toBe(false);
    const frame = [at('N', 15, 59.2, 0.1), at('S', 15, 59, 0.1), at('V', 14.9, 59.1, 0.1), at('O', 15.1, 59.1, 0.1)];
    const corners = [
      at('NV', 14.9, 59.2, 0.1),
      at('NO', 15.1, 59.2, 0.1),
      at('SV', 14.9, 59, 0.1),
      at('SO', 15.1, 59, 0.1),
    ];
    const holed = await importFile(database, 'areas', fileOf('hal.geojson', geojson([...frame, ...corners])));
    expect(holed.notes.get('areas_gaps')).toMatchObject({ holes: 1 });
    expect(holed.notes.has('areas_overlap')).toBe(false);
  });
});
