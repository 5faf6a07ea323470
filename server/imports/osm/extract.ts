import { placeTypeOfTags } from '#core/evidence/place-type-of-tags.ts';
import type { Position } from '#core/position.ts';
import type { CameraRow } from '../camera-rows.ts';
import { stopIfCancelled } from '../fault.ts';
import { convert, tableOf } from '../readers/gdal.ts';
import { isWhole } from '../readers/wkt.ts';
import type { Loader } from '../loader.ts';
import type { Report } from '../report.ts';
import { copyLine } from '../values.ts';
import { buildingOf } from './buildings.ts';
import { camerasOf } from './cameras.ts';
import { landClassOf } from './land.ts';
import { mastOf } from './masts.ts';
import { streetClassOf } from './streets.ts';

/** The tables that an extract fills. */
export const groundTables = ['place', 'building', 'mast', 'street', 'land'] as const;
type GroundTable = (typeof groundTables)[number];

/** What an extract held: its ground goes to the loader as it is read, the cameras are kept. */
interface Extract {
  readonly cameras: CameraRow[];
  /** Features of the extract, needed or not. */
  readonly read: number;
  /** Those that the map uses. */
  readonly wanted: number;
}

type Tags = Readonly<Record<string, string | undefined>>;

/**
 * Reads an extract through GDAL: nodes, ways and areas one after the other.
 * @throws ImportFault for a truncated or empty extract.
 */
export async function readExtract(path: string, report: Report, signal: AbortSignal, loader: Loader): Promise<Extract> {
  report.progress('convert', 0);
  const converted = await convert(path, { layers: ['points', 'lines', 'multipolygons'], osmconf: true, signal });
  const lines: Record<GroundTable, string[]> = { place: [], building: [], mast: [], street: [], land: [] };
  let row = 0;
  let wanted = 0;
  const cameras: CameraRow[] = [];
  let read = 0;

  function point(tags: Tags, wkt: string): void {
    const key = `n${tags['osm_id']}`;
    const mast = mastOf(tags);
    if (mast) lines.mast.push(copyLine([row, key, mast.kind, mast.owner, mast.height_m, null, null, wkt]));
    place(tags, key, wkt);
    const position = positionOf(wkt);
    if (position) cameras.push(...camerasOf(tags, key, row, position));
  }
  function way(tags: Tags, wkt: string): void {
    const street = streetClassOf(tags);
    if (street) lines.street.push(copyLine([row, `w${tags['osm_id']}`, street, tags['name'] || null, wkt]));
  }
  function area(tags: Tags, wkt: string): void {
    const key = tags['osm_way_id'] ? `w${tags['osm_way_id']}` : `r${tags['osm_id']}`;
    const building = buildingOf(tags);
    if (building) lines.building.push(copyLine([row, key, building.height_m, building.use, wkt]));
    const land = landClassOf(tags);
    if (land) lines.land.push(copyLine([row, key, land, tags['name'] || null, wkt]));
    place(tags, key, wkt);
  }
  function place(tags: Tags, key: string, wkt: string): void {
    const type = placeTypeOfTags(tags);
    if (type) lines.place.push(copyLine([row, key, type, tags['name'] || null, wkt]));
  }

  try {
    const takes = { points: point, lines: way, multipolygons: area } as const;
    for (const layer of converted.layers) {
      const take = takes[layer.name as keyof typeof takes];
      const table = await tableOf({ ...converted, close: async () => {} }, layer);
      for await (const { first, rows } of table.chunks()) {
        stopIfCancelled(signal);
        rows.forEach((cells, order) => {
          row = first + order;
          const tags: Record<string, string | undefined> = {};
          for (let column = 1; column < cells.length; column += 1) {
            if (cells[column]) tags[table.header[column] ?? ''] = cells[column];
          }
          const wkt = cells[0] ?? '';
          if (isWhole(wkt)) take(tags, wkt);
          else if (isWanted(tags)) report.refuse({ row, field: layer.name, value: idOf(tags), reason: 'degenerate' });
        });
        read += rows.length;
        report.progress('read', read);
        for (const name of groundTables) {
          wanted += lines[name].length;
          await loader.add(name, lines[name]);
          lines[name] = [];
        }
      }
      await table.close();
    }
    return { cameras, read, wanted: wanted + cameras.length };
  } finally {
    await converted.close();
  }
}

/** Whether the map would have used it: what it would not is no loss. */
function isWanted(tags: Tags): boolean {
  return [buildingOf, landClassOf, streetClassOf, placeTypeOfTags, mastOf].some((of) => of(tags) !== null);
}

function idOf(tags: Tags): string {
  return tags['osm_id'] || tags['osm_way_id'] || '';
}

function positionOf(wkt: string): Position | null {
  const [, east, north] = /^POINT \((\S+) (\S+)\)$/.exec(wkt) ?? [];
  return east && north ? [Math.round(Number(east) * 100) / 100, Math.round(Number(north) * 100) / 100] : null;
}
