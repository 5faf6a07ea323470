// Long on purpose: every trap of a file, its sentence and what mends it, beside each other.
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportDescription, ImportFinding, ImportJob, ImportNote, ImportSettings } from '#core/wire/imports.ts';
import type { Position } from '../../server/core/position.ts';
import { sql } from '../../server/db/sql.ts';
import { fromMetresTo } from '../../server/imports/crs.ts';
import { ImportFault } from '../../server/imports/fault.ts';
import { refusalLine } from '../../server/imports/screen.ts';
import { appOn, type TestApp } from '../helpers/app.ts';
import { openDatabase, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture, origin } from '../helpers/fixture.ts';
import { importsAs } from '../helpers/imports.ts';
import { fileOf, importFile } from './import-file.ts';
import { saidOf } from './said.ts';

/** Places in the small town, 40 of them; those of its two areas are 1 Ögården and 2 Ängby. */
const places = Array.from({ length: 40 }, (_, order): Position => [
  origin[0] + 20 + order * 13,
  origin[1] + 30 + ((order * 97) % 600),
]);
const inSystem = (epsg: number, at: readonly Position[] = places) => at.map((position) => fromMetresTo(epsg)(position));
const metres = ([a, b]: readonly [number, number]) => `${a.toFixed(2)};${b.toFixed(2)}`;
const table = (heading: string, rows: readonly string[]) => `${[heading, ...rows].join('\n')}\n`;
const incidents = (heading: string, pairs: readonly string[], day = '2025-03-01 12:00') =>
  table(
    `Tidpunkt;Brottstyp;${heading}`,
    pairs.map((pair) => `${day};Skadegörelse;${pair}`),
  );
/** Points as GeoJSON whose `crs` member says a system. */
const layer = (pairs: readonly (readonly [number, number])[], epsg?: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(epsg && { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } } }),
    features: pairs.map((coordinates, order) => ({
      type: 'Feature',
      properties: { stolpnr: `${order}`, typ: 'Mast' },
      geometry: { type: 'Point', coordinates },
    })),
  });
/** Outlines in metres east and north of the town's corner. */
const outlines = (areas: Readonly<Record<string, readonly (readonly [number, number])[]>>) =>
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } },
    features: Object.entries(areas).map(([namn, corners]) => ({
      type: 'Feature',
      properties: { kod: namn.slice(0, 1), namn },
      geometry: { type: 'Polygon', coordinates: [corners.map(([e, n]) => [origin[0] + e, origin[1] + n])] },
    })),
  });
const box = (east: number, north: number, size: number): (readonly [number, number])[] => [
  [east, north],
  [east + size, north],
  [east + size, north + size],
  [east, north + size],
  [east, north],
];

interface Trap {
  readonly name: string;
  readonly file: readonly [name: string, content: string];
  readonly settings?: ImportSettings;
  readonly code: string;
  readonly severity: ImportFinding['severity'];
  readonly said: string;
  readonly proposal: ImportSettings | null;
  /** What reading gives once the proposal is taken, or as it is where there is none. */
  readonly counts: Partial<NonNullable<ImportJob['counts']>>;
}

const traps: readonly Trap[] = [
  {
    name: 'swapped axes',
    file: ['stolpar.geojson', layer(inSystem(4326).map(([lon, lat]) => [lat, lon]))],
    settings: { kind: 'masts' },
    code: 'swapped_axes',
    severity: 'warn',
    said: 'Öst och nord har bytt plats i filens geometrier.',
    proposal: { swapAxes: true },
    counts: { new: 40, refused: 0 },
  },
  {
    name: 'swapped headings',
    file: [
      'brott.csv',
      incidents(
        'Latitud;Longitud',
        inSystem(4326).map(([lon, lat]) => `${lon.toFixed(6)};${lat.toFixed(6)}`),
      ),
    ],
    code: 'swapped_headings',
    severity: 'warn',
    said: 'Kolumnen ”Latitud” har longituder och ”Longitud” latituder: rubrikerna har bytt plats.',
    proposal: { mapping: { lon: 'Latitud', lat: 'Longitud' }, swapAxes: false },
    counts: { new: 40, refused: 0 },
  },
  {
    name: 'a wrong zone',
    file: [
      'stolpar.csv',
      table(
        'Stolpnr;Typ;Öst;Nord',
        inSystem(3010).map((pair, order) => `${order};Mast;${metres(pair)}`),
      ),
    ],
    settings: { kind: 'masts', crs: 3007 },
    code: 'wrong_zone',
    severity: 'warn',
    said: 'I SWEREF 99 12 00 hamnar raderna 250 km från kommunen. I SWEREF 99 16 30 hamnar de rätt.',
    proposal: { crs: 3010, swapAxes: false },
    counts: { new: 40, refused: 0 },
  },
  {
    name: 'a layer whose system says one thing and whose numbers another',
    file: ['stolpar.geojson', layer(places)],
    settings: { kind: 'masts' },
    code: 'crs_contradicts_numbers',
    severity: 'stop',
    said: 'Filen säger WGS 84 (longitud, latitud), men talen (540020 6580030) är snarare SWEREF 99 TM.',
    proposal: { crs: 3006, swapAxes: false },
    counts: { new: 40, refused: 0 },
  },
  {
    name: 'points far away',
    file: ['brott.csv', incidents('Öst;Nord', [...places, [960_000, 6_900_000] as const].map(metres))],
    code: 'far_away',
    severity: 'warn',
    said: '1 av de första raderna ligger långt från kommunen (omkring 521 km; rad 42). De kan ligga i havet eller vara felskrivna.',
    proposal: null,
    counts: { new: 41, refused: 0 },
  },
  {
    name: 'stacked midpoints',
    file: [
      'brott.csv',
      incidents(
        'Öst;Nord',
        Array.from({ length: 300 }, (_, order) => metres(places[order % 3] ?? [0, 0])),
      ),
    ],
    code: 'stacked_midpoints',
    severity: 'warn',
    said: 'De 200 första händelserna ligger på 3 punkter: troligen mittpunkter av områden. Källan används då inte för täthet eller förslag.',
    proposal: null,
    counts: { refused: 0 },
  },
  {
    name: 'duplicate ids',
    file: [
      'stolpar.csv',
      table(
        'Stolpnr;Typ;Öst;Nord',
        places.map((pair, order) => `${order === 39 ? 0 : order};Mast;${metres(pair)}`),
      ),
    ],
    settings: { kind: 'masts' },
    code: 'duplicate_ids',
    severity: 'warn',
    said: '1 värden i ”Stolpnr” står på flera rader som är olika, till exempel ”0” (rad 2, 41).',
    proposal: null,
    counts: { new: 40, refused: 0 },
  },
  {
    name: 'areas whose names match but whose codes do not',
    file: [
      'trygghet.csv',
      table('Områdeskod;Områdesnamn;Indikator;År;Värde;Mått', [
        '901;Ögården;Problemindex;2025;2,1;INDEX_0_6',
        '902;ÄNGBY;Problemindex;2025;1,4;INDEX_0_6',
      ]),
    ],
    settings: { kind: 'survey' },
    code: 'names_match_codes_do_not',
    severity: 'warn',
    said: 'Namnen stämmer med kommunens områden men inte koderna (2 av de första raderna): ”Ögården” har koden ”901”, hos oss ”1”.',
    proposal: { mapping: { area: 'Områdesnamn' } },
    counts: { new: 2, refused: 0 },
  },
  {
    name: 'dates that do not exist',
    file: ['brott.csv', incidents('Öst;Nord', places.map(metres)).replace('2025-03-01', '2025-02-30')],
    code: 'impossible_days',
    severity: 'warn',
    said: '1 datum i ”Tidpunkt” finns inte i någon almanacka, till exempel ”2025-02-30 12:00” (rad 2). Raderna avvisas.',
    proposal: null,
    counts: { new: 39, refused: 1 },
  },
  {
    name: 'times that are UTC',
    file: ['brott.csv', incidents('Öst;Nord', places.map(metres), '2025-07-01T22:30:00Z')],
    code: 'utc_times',
    severity: 'info',
    said: 'Tiderna i ”Tidpunkt” är i UTC och räknas om till lokal tid (Europe/Stockholm).',
    proposal: null,
    counts: { new: 40, refused: 0 },
  },
  {
    name: 'times that are UTC of another zone than ours',
    file: [
      'brott.csv',
      table(
        'Tidpunkt;Timme;Brottstyp;Öst;Nord',
        places.map(
          (pair, order) =>
            `2025-01-${10 + Math.floor(order / 24)}T${String(order % 24).padStart(2, '0')}:10:00Z;${(order + 2) % 24};Skadegörelse;${metres(pair)}`,
        ),
      ),
    ],
    code: 'utc_other_zone',
    severity: 'warn',
    said: 'Tiderna i ”Tidpunkt” är i UTC, och filens egna timmar visar att platsen har tidszonen Europe/Helsinki.',
    proposal: { options: { timezone: 'Europe/Helsinki' } },
    counts: { new: 40, refused: 0 },
  },
];

describe('traps of files, at the page', () => {
  let database: TestDatabase;
  let app: TestApp;
  let analyst: ReturnType<typeof importsAs>;
  beforeAll(async () => {
    database = await openDatabase('postgres');
    await loadFixture(database.gate, database.clock);
    app = await appOn(database);
    await app.ready();
    analyst = importsAs(app, 'analyst');
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it.each(traps)('$name', async ({ file: [name, content], settings = {}, code, severity, said, proposal, counts }) => {
    const job = await analyst.begin(name, content, settings);
    const told = await analyst.describe(job.id);
    const found = told.findings.find((finding) => finding.code === code);
    expect(found, JSON.stringify(told.findings)).toMatchObject({ severity, proposal });
    expect(saidOf('findings', found as ImportNote)).toBe(said);
    if (proposal) {
      const merged = { ...settings, ...proposal, options: { ...settings.options, ...proposal.options } };
      await analyst.send('PATCH', `/api/imports/${job.id}`, merged);
      const again: ImportDescription = await analyst.describe(job.id);
      expect(again.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.code)).toEqual(
        [],
      );
    }
    const read = await analyst.read(job.id);
    expect(read.fault).toBeNull();
    expect(read).toMatchObject({ state: 'ready', counts });
    expect(await analyst.send('DELETE', `/api/imports/${job.id}`)).toMatchObject({ statusCode: 200 });
  });

  it.each([
    [
      'invalid and self-crossing polygons',
      outlines({
        Korsad: [
          [0, 0],
          [400, 400],
          [400, 0],
          [0, 400],
          [0, 0],
        ],
      }),
      ['Område K (rad 2) korsade sig självt och är rättat.'],
    ],
    [
      'overlapping areas',
      outlines({ Ena: box(0, 0, 400), Tvåa: box(300, 0, 400) }),
      ['1 par av områden ligger över varandra, mest ”Ena” och ”Tvåa” (40\u00a0000 m²). En plats där räknas till båda.'],
    ],
    [
      'gaps',
      outlines({ Ytter: [...box(0, 0, 900)], Inre: box(1000, 0, 100) }).replace(
        /(\[\[540000[^]*?\]\])\]/,
        `$1,${JSON.stringify(box(300, 300, 100).map(([e, n]) => [origin[0] + e, origin[1] + n]))}]`,
      ),
      ['Mellan områdena finns 1 luckor (10\u00a0000 m²) som inte hör till något område.'],
    ],
  ])('%s', async (_, content, said) => {
    const job = await analyst.begin('delar.geojson', content, { kind: 'areas' });
    const read = await analyst.read(job.id);
    expect(read.fault).toBeNull();
    const sentences = read.notes.map((note) => saidOf('notes', note));
    expect(sentences).toEqual(expect.arrayContaining(said));
    await analyst.send('DELETE', `/api/imports/${job.id}`);
  });

  const gpkg = Buffer.from('SQLite format 3\0half a database');
  it.each([
    [
      'a truncated file',
      'delar.geojson',
      layer(inSystem(4326)).slice(0, -30),
      'Filen är avklippt eller skadad: den tar slut mitt i. Hämta den igen.',
    ],
    [
      'a truncated GeoPackage',
      'delar.gpkg',
      gpkg,
      /^Filen delar\.gpkg kan inte läsas: formatet är inte känt, eller filen är skadad\./,
    ],
    ['an empty file', 'tom.csv', '', 'Filen är tom: den har inga rader att läsa in.'],
    ['a file of headings', 'rubriker.csv', 'Stolpnr;Typ;Öst;Nord\n', 'Filen har rubriker men inga rader under dem.'],
    [
      'a zip of zips',
      'allt.zip',
      zipSync({
        'a.zip': zipSync({ 'a.csv': strToU8('a;b\n1;2\n') }),
        'b.zip': zipSync({ 'b.csv': strToU8('a;b\n') }),
      }),
      'Zip-filen innehåller nya zip-filer (a.zip, b.zip). Packa upp den och skicka filerna var för sig.',
    ],
  ])('%s stops with its sentence, looked at and read', async (_, name, content, said) => {
    const job = await analyst.begin(name, content, { kind: 'masts', mapping: {} });
    const looked = await analyst.send('GET', `/api/imports/${job.id}/description`);
    expect(looked.statusCode).toBe(422);
    const read = await analyst.read(job.id);
    expect(read).toMatchObject({ state: 'failed', counts: null });
    for (const fault of [looked.json<{ current: ImportNote }>().current, read.fault as ImportNote])
      expect(saidOf('faults', fault)).toMatch(said);
    expect(
      await database.gate.service('importer', (tx) =>
        tx.query(sql`select from secret.import_batch where published_at is null`),
      ),
    ).toEqual([]);
  });

  it('a file of two gigabytes ends in a sentence without filling the memory', async () => {
    const path = fileOf('stor.csv', 'Stolpnr;Typ;Öst;Nord\n1;Mast;540020;6580030\n');
    truncateSync(path, 2_300_000_000);
    const before_bytes = process.memoryUsage().rss;
    const fault = await importFile(database, 'masts', path).catch((error: unknown) => error);
    truncateSync(path, 0);
    expect(fault).toBeInstanceOf(ImportFault);
    const { code, detail } = fault as ImportFault;
    expect(saidOf('faults', { code, values: detail })).toBe(
      'Filen har tecken som inte är text (NUL): den är skadad, aldrig färdigskriven eller ingen textfil. Hämta eller exportera den igen.',
    );
    expect(process.memoryUsage().rss - before_bytes).toBeLessThan(400e6);
    expect(
      await database.gate.service('importer', (tx) =>
        tx.query(sql`select from secret.import_batch where published_at is null`),
      ),
    ).toEqual([]);
  });

  describe('a formula in a cell', () => {
    const formulas = ['=HYPERLINK("http://x";"y")', '＝1+1', '+46', '@SUM(A1)', '-2+3'];
    const heading = 'Områdeskod;Indikator;År;Värde;Mått';

    it('is escaped in the file of refused rows, from the page and from the command line', async () => {
      const rows = formulas.map((text) => `"${text.replaceAll('"', '""')}";Problemindex;2025;1,2;INDEX_0_6`);
      const job = await analyst.begin('formler.csv', table(heading, ['1;Problemindex;2025;1,2;INDEX_0_6', ...rows]), {
        kind: 'survey',
      });
      expect((await analyst.read(job.id)).counts).toMatchObject({ new: 1, refused: formulas.length });
      const reply = await analyst.send('GET', `/api/imports/${job.id}/refused.csv`);
      const cells = parse(reply.body, { delimiter: ';', bom: true, columns: true }) as { värde: string }[];
      expect(cells.map(({ värde }) => värde)).toEqual(formulas.map((text) => `'${text}`));
      for (const value of formulas) {
        const [[, , cell]] = parse(refusalLine({ row: 2, field: 'area', value, reason: 'unknown_area' }, 'sv'), {
          delimiter: ';',
        }) as [string[]];
        expect(cell).toBe(`'${value}`);
      }
      await analyst.send('DELETE', `/api/imports/${job.id}`);
    });

    it('stays the text that it was where it is stored, and is escaped in the report that quotes it', async () => {
      const content = outlines({ '=1+1': box(0, 0, 400) });
      const job = await analyst.begin('formel.geojson', content, {
        kind: 'areas',
        source: 'formel',
        options: { set: 'formel' },
      });
      await analyst.read(job.id);
      expect(await analyst.publish(job.id)).toMatchObject({ state: 'published' });
      const [area] = await database.gate.service('importer', (tx) =>
        tx.query<{ id: number; name: string }>(
          sql`select a.id, a.name from app.area a join app.area_set s on s.id = a.area_set_id where s.code = 'formel'`,
        ),
      );
      expect(area?.name).toBe('=1+1');
      const reply = await analyst.send('GET', `/api/areas/${area?.id}/report.csv?lang=sv`);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toContain(`'=1+1`);
      expect(reply.body).not.toMatch(/(^|[;"\n])=1\+1/);
    });
  });
});
