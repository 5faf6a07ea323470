import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { landClassOf } from '../../server/imports/osm/land.ts';
import { mastOf } from '../../server/imports/osm/masts.ts';
import { streetClassOf } from '../../server/imports/osm/streets.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, importFile, realFile } from './import-file.ts';
import { lampsAsPbf } from './osm-pbf.ts';

type Tags = Readonly<Record<string, string>>;

/** A small town as OpenStreetMap's XML: nodes with tags, ways and areas through numbered corners. */
function town(
  nodes: readonly (readonly [id: number, lon: number, lat: number, tags: Tags])[],
  ways: readonly (readonly [id: number, corners: readonly (readonly [number, number])[], tags: Tags])[],
): string {
  const tagLines = (tags: Tags) =>
    Object.entries(tags)
      .map(([key, value]) => `<tag k="${key}" v="${value}"/>`)
      .join('');
  let corner = 1000;
  const corners: string[] = [];
  const lines = ways.map(([id, places, tags]) => {
    const refs = places.map(([lon, lat]) => {
      corner += 1;
      corners.push(`<node id="${corner}" lon="${lon}" lat="${lat}" version="1"/>`);
      return corner;
    });
    const isClosed = String(places[0]) === String(places.at(-1));
    const closed = isClosed ? [...refs.slice(0, -1), refs[0]] : refs;
    return `<way id="${id}" version="1">${closed.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagLines(tags)}</way>`;
  });
  const points = nodes.map(
    ([id, lon, lat, tags]) => `<node id="${id}" lon="${lon}" lat="${lat}" version="1">${tagLines(tags)}</node>`,
  );
  return `<?xml version="1.0"?><osm version="0.6">${points.join('')}${corners.join('')}${lines.join('')}</osm>`;
}

const box = (lon: number, lat: number, size = 0.0004): readonly (readonly [number, number])[] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
];

const nodes: Parameters<typeof town>[0] = [
  [
    1,
    15.0005,
    59.0005,
    {
      man_made: 'surveillance',
      'surveillance:type': 'camera',
      'camera:type': 'fixed',
      'camera:direction': '90;270',
      height: '6',
    },
  ],
  [2, 15.0006, 59.0005, { man_made: 'surveillance', 'camera:type': 'dome' }],
  [3, 15.0007, 59.0005, { man_made: 'surveillance', 'surveillance:type': 'guard' }],
  [4, 15.001, 59.001, { highway: 'street_lamp', operator: 'Elverket', height: '8 m' }],
  [5, 15.002, 59.001, { man_made: 'mast' }],
  [6, 15.003, 59.001, { highway: 'bus_stop', name: 'Torget' }],
  [7, 15.004, 59.001, { man_made: 'surveillance', direction: 'SW' }],
  [8, 15.004, 59.002, { amenity: 'bench' }],
];
const ways: Parameters<typeof town>[1] = [
  [10, box(15.01, 59.01), { building: 'apartments', 'building:levels': '4' }],
  [11, box(15.011, 59.01), { building: 'yes', height: '12,5' }],
  [12, box(15.012, 59.01), { building: 'school' }],
  [13, box(15.013, 59.01), { building: 'yes', location: 'underground' }],
  [
    20,
    [
      [15, 59],
      [15.01, 59],
    ],
    { highway: 'residential', name: 'Storgatan' },
  ],
  [
    21,
    [
      [15, 59.002],
      [15.01, 59.002],
    ],
    { railway: 'tram' },
  ],
  [
    22,
    [
      [15, 59.003],
      [15.01, 59.003],
    ],
    { highway: 'proposed' },
  ],
  [30, box(15.02, 59.02), { amenity: 'parking', parking: 'surface' }],
  [31, box(15.021, 59.02), { amenity: 'parking', parking: 'multi-storey', building: 'parking' }],
  [32, box(15.022, 59.02), { natural: 'water', name: 'Sjön' }],
  [33, box(15.023, 59.02), { amenity: 'school', name: 'Östra skolan' }],
  [34, box(15.024, 59.02), { leisure: 'park' }],
];

describe('what tags become', () => {
  it('streets', () => {
    expect(
      ['motorway', 'tertiary', 'living_street', 'footway', 'proposed'].map((highway) => streetClassOf({ highway })),
    ).toEqual(['motorway', 'secondary', 'residential', 'path', null]);
    expect([
      streetClassOf({ railway: 'tram' }),
      streetClassOf({ railway: 'subway', tunnel: 'yes' }),
      streetClassOf({}),
    ]).toEqual(['rail', null, null]);
  });
  it('land, the finer use before the wider', () => {
    expect(landClassOf({ landuse: 'residential', leisure: 'park' })).toBe('park');
    expect([
      landClassOf({ waterway: 'riverbank' }),
      landClassOf({ natural: 'wood' }),
      landClassOf({ natural: 'tree' }),
    ]).toEqual(['water', 'forest', null]);
  });
  it('masts, lamps and poles', () => {
    expect([
      mastOf({ power: 'pole' })?.kind,
      mastOf({ man_made: 'mast' })?.kind,
      mastOf({ man_made: 'tower' }),
    ]).toEqual(['pole', 'mast', null]);
  });
});

describeOnBothEngines('importing OpenStreetMap', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());
  const query = <Row>(statement: ReturnType<typeof sql>) =>
    database.gate.service('importer', (tx) => tx.query<Row>(statement));

  it('makes streets, buildings with heights, places, land, masts and cameras of an extract', async () => {
    const path = fileOf('stad.osm.gz', gzipSync(town(nodes, ways)));
    const { outcome, notes } = await importFile(database, 'osm', path);
    expect(outcome.counts).toEqual({ read: 21, new: 21, changed: 0, same: 0, gone: 0, refused: 0 });
    expect(notes.get('osm_read')).toEqual({ read: 20, wanted: 21 });
    expect(
      await query(sql`select source_key as key, height_m as height, use from app.building order by source_key`),
    ).toEqual([
      { key: 'w10', height: 12, use: 'apartments' },
      { key: 'w11', height: 12.5, use: null },
      { key: 'w12', height: null, use: 'school' },
      { key: 'w31', height: null, use: 'parking' },
    ]);
    expect(
      await query(
        sql`select source_key as key, class, name, st_srid(geom) as srid from app.street order by source_key`,
      ),
    ).toEqual([
      { key: 'w20', class: 'residential', name: 'Storgatan', srid: 3006 },
      { key: 'w21', class: 'rail', name: null, srid: 3006 },
    ]);
    expect(
      await query(sql`select source_key as key, place_type as type, name from app.place order by source_key`),
    ).toEqual([
      { key: 'n6', type: 'TRANSIT_STOP', name: 'Torget' },
      { key: 'w30', type: 'PARKING_LOT', name: null },
      { key: 'w31', type: 'PARKING_GARAGE', name: null },
      { key: 'w33', type: 'SCHOOL', name: 'Östra skolan' },
      { key: 'w34', type: 'PARK', name: null },
    ]);
    expect(await query(sql`select source_key as key, class, name from app.land order by source_key`)).toEqual([
      { key: 'w30', class: 'parking', name: null },
      { key: 'w31', class: 'parking', name: null },
      { key: 'w32', class: 'water', name: 'Sjön' },
      { key: 'w34', class: 'park', name: null },
    ]);
    expect(
      await query(sql`select source_key as key, kind, owner, height_m as height from app.mast order by source_key`),
    ).toEqual([
      { key: 'n4', kind: 'lamp', owner: 'Elverket', height: 8 },
      { key: 'n5', kind: 'mast', owner: null, height: null },
    ]);
    expect(
      await query(sql`select c.source_key as key, c.kind, c.bearing_deg as bearing, c.height_m as height, v.camera_id is not null as seen
        from secret.camera c left join secret.coverage v on v.camera_id = c.id order by c.source_key collate "C"`),
    ).toEqual([
      { key: 'n1', kind: 'fixed', bearing: 90, height: 6, seen: true },
      { key: 'n1#2', kind: 'fixed', bearing: 270, height: 6, seen: true },
      { key: 'n2', kind: 'dome', bearing: null, height: null, seen: true },
      { key: 'n7', kind: 'fixed', bearing: 225, height: null, seen: true },
    ]);
    expect(await query(sql`select count(*)::int as n from secret.site`)).toEqual([{ n: 3 }]);
    expect(await query(sql`select licence, attribution from app.source where name = 'stad'`)).toEqual([
      { licence: 'ODbL 1.0', attribution: '© OpenStreetMap contributors' },
    ]);
  });

  it('changes nothing the second time, and tells new, changed and gone the third', async () => {
    const again = await importFile(database, 'osm', fileOf('stad.osm.gz', gzipSync(town(nodes, ways))));
    expect(again.outcome.counts).toMatchObject({ new: 0, changed: 0, same: 21, gone: 0 });
    const others = ways
      .filter(([id]) => id !== 34)
      .map(([id, corners, tags]) => [id, corners, id === 20 ? { ...tags, name: 'Lillgatan' } : tags] as const);
    const wall = [40, box(15.0006, 59.0004, 0.0002), { building: 'yes' }] as const;
    const before = await query(
      sql`select area_m2 from secret.coverage v join secret.camera c on c.id = v.camera_id where c.source_key = 'n1'`,
    );
    const third = await importFile(database, 'osm', fileOf('stad.osm', town(nodes, [...others, wall])));
    expect(third.outcome.counts).toMatchObject({ new: 1, changed: 1, same: 18, gone: 2 });
    expect(third.notes.get('seen_anew')).toEqual({ rows: 4 });
    const after = await query(
      sql`select area_m2 from secret.coverage v join secret.camera c on c.id = v.camera_id where c.source_key = 'n1'`,
    );
    expect(Number((after[0] as { area_m2: number }).area_m2)).toBeLessThan(
      0.5 * Number((before[0] as { area_m2: number }).area_m2),
    );
  });

  it('fails with a sentence when the extract is cut off, and leaves what was there', async () => {
    const whole = town(nodes, ways);
    for (const cut of [gzipSync(whole).subarray(0, 700), whole.slice(0, 2000)]) {
      const path = fileOf(typeof cut === 'string' ? 'stad.osm' : 'stad.osm.gz', cut);
      await expect(importFile(database, 'osm', path)).rejects.toMatchObject({ name: 'ImportFault' });
    }
    expect(await query(sql`select count(*)::int as n from app.building`)).toEqual([{ n: 5 }]);
  });

  it('reads PBF, and does not take a PBF that is cut off for a smaller one', async () => {
    const whole = lampsAsPbf(3, 400);
    const { outcome } = await importFile(database, 'osm', fileOf('lampor.osm.pbf', whole));
    expect(outcome.counts).toMatchObject({ read: 1200, new: 1200 });
    // The library itself resolves with the 800 lamps of the first two blocks.
    const cut = fileOf('lampor.osm.pbf', whole.subarray(0, whole.length - 1000));
    await expect(importFile(database, 'osm', cut)).rejects.toMatchObject({ code: 'truncated' });
    expect(await query(sql`select count(*)::int as n from app.mast where kind = 'lamp'`)).toEqual([{ n: 1201 }]);
  });

  it('says so when nothing in the extract is of use', async () => {
    const path = fileOf('tom.osm', town([[1, 15, 59, { amenity: 'bench' }]], []));
    await expect(importFile(database, 'osm', path)).rejects.toMatchObject({ code: 'nothing_usable' });
  });

  const helsinki = realFile('osm/helsinki.osm.pbf');
  it.skipIf(helsinki.isMissing)('reads a real extract, and says so when it is cut off (REAL_DATA)', async () => {
    const { outcome, notes } = await importFile(database, 'osm', helsinki.path);
    expect(outcome.counts.refused).toBe(28);
    expect(notes.get('osm_read')).toMatchObject({ read: 12_958 });
    const cut = fileOf('cut.osm.pbf', readFileSync(helsinki.path).subarray(0, 300_000));
    await expect(importFile(database, 'osm', cut)).rejects.toMatchObject({ code: 'truncated' });
  });
});
