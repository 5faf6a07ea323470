import { describe, expect, it } from 'vitest';
import { readTable } from '../../../server/imports/readers/read-table.ts';
import type { Table } from '../../../server/imports/readers/table.ts';
import { interventionKindOf, mastKindOf, zoneKindOf } from '../../../server/imports/sense/kind-words.ts';
import { guessKinds, type Glimpse } from '../../../server/imports/sense/guess-kind.ts';
import { realFile } from '../import-file.ts';

const text = (fileName: string, header: string, ...rows: string[]): Glimpse => ({
  fileName,
  layer: '',
  header: header.split(';'),
  rows: rows.map((row) => row.split(';')),
  geometry: null,
});
const geo = (geometry: Glimpse['geometry'], glimpse: Glimpse): Glimpse => ({ ...glimpse, geometry });

describe('the guess of a kind', () => {
  it.each([
    ['osm', text('utdrag.osm.pbf', '')],
    ['areas', geo('polygon', text('stadsdelar.gpkg', 'kod;namn', '0101;Centrum'))],
    ['areas', geo('polygon', text('deso_2025.gpkg', 'desokod;kommun;befolkning', '0180A0010;Stockholm;1200'))],
    ['zones', geo('polygon', text('ordningsvaktsomraden.geojson', 'namn;från', 'City;2025-01-01'))],
    ['zones', geo('polygon', text('omr.geojson', 'namn;typ', 'Ryd;Särskilt utsatt område', 'Berga;Utsatt område'))],
    ['population', text('folkmangd.csv', 'Områdeskod;År;Folkmängd', '0101;2024;1 234')],
    ['population', text('befolkning_2024.xlsx', 'Delområde;Ålder;Antal', 'Centrum;0-5;12')],
    [
      'survey',
      text(
        'trygghet.csv',
        'Delområde;Indikator;År;Värde',
        'Centrum;Nedskräpning;2024;2,10',
        'Norr;Nedskräpning;2024;..',
      ),
    ],
    ['survey', text('trygghet.csv', 'Område;Nedskräpning;Skadegörelse', 'Centrum;2,1;1,9')],
    ['incidents', text('brott.csv', 'Datum;Brottstyp;x;y', '2025-03-03 21:30;Misshandel;674000;6580000')],
    ['incidents', text('est.csv', 'Tidpunkt;Händelse;Longitud;Latitud', '3 mars 2025;Bråk;18,07;59,33')],
    ['area-counts', text('brott_per_omrade.csv', 'Område;Brottstyp;Månad;Antal', 'Centrum;Misshandel;2025-03;12')],
    ['area-counts', text('anm.csv', 'Kommun;Brott;Period;Antal', 'Boden;Totalt antal brott;2025K1;..')],
    ['square-counts', text('rutor.csv', 'Ruta;Brottstyp;År;Antal', '5300006580000;Misshandel;2024;12')],
    [
      'square-counts',
      text('rutor.csv', 'Ost;Nord;Kategori;År;Antal', '530250;6580500;Rån;2024;..', '530500;6580500;Rån;2024;7'),
    ],
    ['cameras', text('reg.csv', 'Kamera_id;Riktning;Bildvinkel;lon;lat', 'K1;90;60;18,0;59,3')],
    ['cameras', text('kameror.csv', 'Nr;Plats;lon;lat', '1;Torget;18,0;59,3')],
    ['planned-mounts', text('lista.csv', 'Kamerapunkt;Skede;Prioritet;x;y', 'KP1;önskad;1;674000;6580000')],
    [
      'interventions',
      text('atgarder.csv', 'Åtgärd;Typ;Från;Till;x;y', 'Ny belysning;Belysning;2024-01-01;;674000;6580000'),
    ],
    ['masts', text('stolpar.csv', 'Stolpnummer;Höjd;Ägare;x;y', '17;8;Energibolaget;674000;6580000')],
    ['masts', geo('point', text('pts.geojson', 'id;typ;fiber', '1;Belysningsstolpe;ja'))],
  ] as const)('is %s', (kind, glimpse) => expect(guessKinds(glimpse)[0]?.kind).toBe(kind));

  it('says why', () => {
    const [first] = guessKinds(text('brott.csv', 'Datum;Brottstyp;x;y', '2025-03-03;Misshandel;674000;6580000'));
    expect(first).toEqual({
      kind: 'incidents',
      because: { code: 'has_columns', values: { columns: 'Brottstyp, Datum' } },
    });
  });

  it.each([
    ['a budget', text('budget.csv', 'Konto;Belopp', '4010;12 000')],
    ['an address list', text('medlemmar.csv', 'Namn;Adress;Telefon', 'Anna;Storgatan 1;08-123')],
    ['nothing', text('tom.csv', '')],
    ['lines', geo('line', text('vagar.gpkg', 'namn;bredd', 'Storgatan;7'))],
  ])('is none for %s', (_, glimpse) => expect(guessKinds(glimpse)).toEqual([]));

  it.each([
    ['Särskilt utsatt område', 'vulnerable_area'],
    ['LOV 3-område', 'guard_zone'],
    ['Öppen drogscen', 'drug_scene'],
    ['Park', null],
  ])('reads the zone %s', (words, kind) => expect(zoneKindOf(words)).toBe(kind));

  it.each([
    ['Belysningsstolpe', 'lamp'],
    ['Telemast', 'mast'],
    ['Trästolpe', 'pole'],
    ['Bänk', null],
  ])('reads the mast %s', (words, kind) => expect(mastKindOf(words)).toBe(kind));

  it.each([
    ['Ordningsvakter fredag och lördag', 'guards'],
    ['Siktröjning', 'sight_lines'],
    ['Grannsamverkan', null],
  ])('reads the measure %s', (words, kind) => expect(interventionKindOf(words)).toBe(kind));
});

async function firstRows(table: Table): Promise<readonly (readonly string[])[]> {
  for await (const { rows } of table.chunks()) return rows;
  return [];
}

const files: readonly (readonly [path: string, kind: string | null, layer?: string])[] = [
  ['areas/malmo_delomraden.geojson', 'areas'],
  ['areas/malmo_delomraden_epsg3008.gpkg', 'areas'],
  ['areas/stockholm_stadsdelar.geojson', 'areas'],
  ['areas/stockholm_basomraden_epsg3011.gpkg', 'areas'],
  ['areas/goteborg_basomraden_epsg3007.gpkg', 'areas'],
  ['areas/kommuner.geojson', 'areas'],
  ['areas/lan_epsg3006.gpkg', 'areas'],
  // Points of towns: no kind of ours.
  ['areas/tatorter_2020.geojson', null],
  ['incidents/ew_ni_2018-10_2019-02.slim.csv.gz', 'incidents'],
  ['incidents/avon-somerset_2023-01_2024-12.slim.csv.gz', 'incidents'],
  ['incidents/2019-01-cleveland-street.raw.csv', 'incidents'],
  ['incidents/chicago_aggravated_assaults.csv.gz', 'incidents'],
  ['incidents/houston_2010_crime.csv.gz', 'incidents'],
  ['incidents/lancashire_asb.tab', 'incidents'],
  ['incidents/polisen_events.csv.gz', 'incidents'],
  ['cameras/paris_prefecture_2019.csv', 'cameras'],
  ['cameras/baltimore_citiwatch_2014.csv', 'cameras'],
  ['cameras/helsinki_osm_2019.geojson', 'cameras'],
  ['survey/bra_anmalda_brott_boden_2026-08_excerpt.csv', 'area-counts'],
  ['survey/london_lsoa_deprivation.xlsx', 'survey', 'IMD 2019'],
  ['survey/london_lsoa_deprivation.xlsx', 'population', 'Population figures'],
];

describe('the guess of a kind on real files (REAL_DATA)', () => {
  it.each(['osm/helsinki.osm.pbf', 'osm/monaco-2025.osm.pbf', 'osm/krems.osm.gz'])('%s is osm', (path) =>
    expect(guessKinds(text(path, '')).map(({ kind }) => kind)).toEqual(['osm']),
  );

  for (const [path, kind, layer] of files) {
    const file = realFile(path);
    it.skipIf(file.isMissing)(`${path} ${layer ?? ''} is ${kind}`, async () => {
      const table = await readTable(file.path, new Map(layer ? [['layer', layer]] : []));
      try {
        const rows = await firstRows(table);
        const [first] = rows;
        const shape = table.wktColumn === null ? '' : (first?.[table.wktColumn] ?? '');
        const geometry = /POLYGON/.test(shape) ? 'polygon' : /LINE/.test(shape) ? 'line' : shape ? 'point' : null;
        const kept = table.header.map((_, index) => index).filter((index) => index !== table.wktColumn);
        const found = guessKinds({
          fileName: path.replace(/^.*\//, ''),
          layer: layer ?? '',
          header: kept.map((index) => table.header[index] ?? ''),
          rows: rows.map((row) => kept.map((index) => row[index] ?? '')),
          geometry,
        });
        expect(found[0]?.kind ?? null).toBe(kind);
      } finally {
        await table.close();
      }
    });
  }
});
