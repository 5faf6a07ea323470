import type { Clock } from '../../server/db/clock.ts';
import type { Gate } from '../../server/db/gate.ts';
import { copyLine, multiLineText, multiPolygonText, pointText, polygonText } from './copy-text.ts';
import { addSource } from './sources.ts';
import type { Example } from './types.ts';

/** Rows to a statement: on the embedded engine nobody then waits long. */
const ROWS_AT_ONCE = 2500;

/** Streets, land, buildings, masts, places and interventions. */
export async function loadGround(gate: Gate, clock: Clock, example: Example): Promise<void> {
  const { streets, land, buildings, masts, places, interventions } = example;
  const rows = streets.length + land.length + buildings.length + masts.length + places.length;
  const [source, measures] = await gate.service('importer', async (tx) => [
    await addSource(tx, 'ground', clock.now(), rows),
    await addSource(tx, 'interventions', clock.now(), interventions.length),
  ]);

  async function put(table: string, columns: readonly string[], lines: readonly string[]): Promise<void> {
    for (let first = 0; first < lines.length; first += ROWS_AT_ONCE) {
      const some = lines.slice(first, first + ROWS_AT_ONCE);
      await gate.service('importer', (tx) => tx.copyIn(table, columns, some));
    }
  }

  await put(
    'loaded.street',
    ['source_id', 'source_key', 'class', 'name', 'geom'],
    streets.map(({ key, class: kind, name, lines }) => copyLine([source, key, kind, name, multiLineText(lines)])),
  );
  await put(
    'loaded.land',
    ['source_id', 'source_key', 'class', 'name', 'geom'],
    land.map(({ key, class: kind, name, polygons }) => copyLine([source, key, kind, name, multiPolygonText(polygons)])),
  );
  await put(
    'loaded.building',
    ['source_id', 'source_key', 'height_m', 'use', 'geom'],
    buildings.map(({ key, height_m, use, rings }) => copyLine([source, key, height_m, use, polygonText(rings)])),
  );
  await put(
    'loaded.mast',
    ['source_id', 'source_key', 'kind', 'owner', 'height_m', 'has_power', 'has_fibre', 'geom'],
    masts.map(({ key, kind, owner, height_m, hasPower, hasFibre, at }) =>
      copyLine([source, key, kind, owner, height_m, hasPower, hasFibre, pointText(at)]),
    ),
  );
  await put(
    'loaded.place',
    ['source_id', 'source_key', 'place_type', 'name', 'geom'],
    places.map(({ key, placeType, name, geometry }) =>
      copyLine([
        source,
        key,
        placeType,
        name,
        geometry.type === 'Point' ? pointText(geometry.at) : polygonText(geometry.rings),
      ]),
    ),
  );
  await put(
    'loaded.intervention',
    ['source_id', 'source_key', 'kind', 'name', 'valid_from', 'valid_to', 'geom'],
    interventions.map(({ key, kind, name, validFrom, validTo, rings }) =>
      copyLine([measures, key, kind, name, validFrom, validTo, polygonText(rings)]),
    ),
  );
}
