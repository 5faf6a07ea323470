import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importKinds } from '#core/wire/imports.ts';
import type { Position } from '../../../server/core/position.ts';
import { fromLonLat } from '../../../server/core/projection/sweref99tm.ts';
import { sql } from '../../../server/db/sql.ts';
import type { Collector } from '../../../server/imports/report.ts';
import { withdraw } from '../../../server/imports/withdraw.ts';
import { describeOnBothEngines, type TestDatabase } from '../../helpers/engines.ts';
import { fileOf, importFile } from '../import-file.ts';
import { asker } from '../kinds-town.ts';
import { lampsAsPbf } from '../osm-pbf.ts';
import { nameOf, pairwiseCells, type MatrixCell } from './cells.ts';
import { asGeojson, filesOf, isOutline } from './files.ts';
import { systems } from './systems.ts';
import { town, truths } from './truth.ts';

const cells = pairwiseCells();
let files: ReadonlyMap<MatrixCell, string>;
beforeAll(() => {
  files = new Map(
    truths.flatMap((truth) => [
      ...filesOf(
        truth,
        cells.filter((cell) => cell.truth === truth),
      ),
    ]),
  );
});

/** Five lamps as an extract in each of its forms; XML has a street besides. */
const lamps = Array.from({ length: 5 }, (_, order) => [15 + (order + 1) * 1e-5, 59 + (order + 1) * 1e-5] as const);
const street =
  '<node id="90" lon="15" lat="59"/><node id="91" lon="15.01" lat="59"/><way id="9"><nd ref="90"/><nd ref="91"/><tag k="highway" v="residential"/><tag k="name" v="Åsögatan"/></way>';
const xml = `<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">${lamps
  .map(
    ([lon, lat], order) =>
      `<node id="${order + 1}" lon="${lon}" lat="${lat}"><tag k="highway" v="street_lamp"/></node>`,
  )
  .join('')}${street}</osm>`;
const extracts = [
  ['lamps.osm', Buffer.from(xml), ['Åsögatan']],
  ['lamps.osm.gz', gzipSync(xml), ['Åsögatan']],
  ['lamps.osm.pbf', lampsAsPbf(1, 5), []],
] as const;

describe('the matrix', () => {
  it('has every kind but extracts, which have a form of their own', () => {
    expect([...new Set([...truths.map(({ kind }) => kind), 'osm'])].toSorted()).toEqual(importKinds.toSorted());
  });
});

/** The furthest that a stored corner lies from where it was; infinite when their numbers differ. */
function furthest_m(at: Position | readonly Position[], wkt: string): number {
  const wanted = isOutline(at) ? at : [at];
  const stored = [...wkt.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(
    ([, east, north]) => [Number(east), Number(north)] as const,
  );
  if (stored.length !== wanted.length) return Infinity;
  const nearest = wanted.map(([east, north]) => Math.min(...stored.map(([e, n]) => Math.hypot(e - east, n - north))));
  return Math.max(...nearest);
}

describeOnBothEngines('the matrix of kinds, formats, letters and systems', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await importFile(
      database,
      'areas',
      fileOf('town.geojson', asGeojson({ heading: ['kod', 'namn'], things: town })),
      'set=town',
    );
  });
  afterAll(() => database.close());

  it.each(cells.map((cell, order) => [nameOf(cell), cell, `källa ${order}`] as const))(
    '%s',
    async (_, cell, source) => {
      const { truth, epsg } = cell;
      const isMounts = truth.kind === 'planned-mounts';
      const words = [...truth.words, isMounts ? `organisation=${source}` : `source=${source}`];
      const { outcome, collector } = await importFile(database, truth.kind, files.get(cell) ?? '', ...words);

      const kept = truth.things.filter(({ stored }) => stored !== undefined);
      const refused = truth.things.filter(({ stored }) => stored === undefined);
      expect(outcome.counts).toEqual({
        read: truth.things.length,
        new: kept.length,
        changed: 0,
        same: 0,
        gone: 0,
        refused: refused.length,
      });
      expect(collector.shown.map(({ reason }) => reason)).toEqual(
        refused.map(({ refused: why }) => expect.stringMatching(why ?? '')),
      );
      const rows = await asker(database)<Record<string, unknown> & { wkt?: string }>(truth.stored(source));
      expect(rows.map(({ wkt: _place, ...row }) => row)).toEqual(kept.map(({ stored }) => stored));
      const within_m = systems.find((system) => system.epsg === epsg)?.within_m ?? 0;
      for (const [order, { wkt }] of rows.entries()) {
        const at = kept[order]?.at;
        if (at && wkt) expect(furthest_m(at, wkt), wkt).toBeLessThanOrEqual(within_m);
      }

      if (!isMounts) await withdrawn(source, kept.length, collector);
    },
  );

  it.each(extracts)('osm %s', async (name, bytes, streets) => {
    const { outcome, collector } = await importFile(database, 'osm', fileOf(name, bytes), `source=${name}`);
    const added = lamps.length + streets.length;
    expect(outcome.counts).toMatchObject({ new: added, refused: 0 });
    const masts = await asker(database)<{ wkt: string }>(sql`select st_astext(t.geom) as wkt from app.mast t
      join app.source s on s.id = t.source_id where s.name = ${name} and t.kind = 'lamp' order by st_y(t.geom)`);
    expect(masts).toHaveLength(lamps.length);
    for (const [order, { wkt }] of masts.entries())
      expect(furthest_m(fromLonLat(lamps[order] ?? [0, 0]), wkt)).toBeLessThanOrEqual(0.01);
    const named = await asker(database)<{ name: string }>(sql`select t.name from app.street t
      join app.source s on s.id = t.source_id where s.name = ${name}`);
    expect(named.map((row) => row.name)).toEqual(streets);
    await withdrawn(name, added, collector);
  });

  /** Takes a file's rows away again, so that the next finds nothing of them. */
  async function withdrawn(source: string, rows: number, collector: Collector) {
    const [known] = await asker(database)<{ id: number }>(sql`select id from app.source where name = ${source}`);
    const who = { accountId: null, reason: 'prov' };
    expect(await withdraw(database.gate, database.clock, known?.id ?? 0, who, collector)).toMatchObject({ rows });
  }
});
