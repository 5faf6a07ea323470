import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { LayerStore } from '../../server/ogc/tiles/layer-store.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { load } from './fixture.ts';

describeOnBothEngines('tiles of a layer too large to hold', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await load(database.gate);
  });
  afterAll(() => database.close());

  it('are the same bytes as those cut from memory', async () => {
    const held = new LayerStore(database.gate);
    const read = new LayerStore(database.gate, 0);
    let compared = 0;
    for (const id of ['areas', 'places', 'buildings', 'streets', 'land', 'masts', 'interventions'] as const) {
      const [fromMemory, fromTable] = [await held.layer(id), await read.layer(id)];
      expect(fromTable.version, id).not.toBe(fromMemory.version);
      expect(fromTable.features).toBe(fromMemory.features);
      for (const [z, x, y] of [
        [10, 556, 300],
        [12, 2226, 1203],
        [13, 4453, 2407],
        [14, 8907, 4815],
        [16, 35629, 19260],
        [16, 0, 0],
      ] as const) {
        const bytes = await fromMemory.tile({ z, x, y });
        expect(await fromTable.tile({ z, x, y }), `${id} ${z}/${x}/${y}`).toEqual(bytes);
        if (bytes) compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('have a new version after a write', async () => {
    const store = new LayerStore(database.gate, 0);
    const before = await store.layer('masts');
    await database.gate.service('importer', (tx) => tx.query(sql`delete from app.mast where id = 1`));
    await store.recheck();
    expect((await store.layer('masts')).version).not.toBe(before.version);
  });

  it('are never made of a layer with secrets behind it: its version would tell of secret writes', async () => {
    const store = new LayerStore(database.gate, 0);
    for (const id of ['cameras', 'coverage', 'planned-mounts'] as const)
      expect((await store.layer(id)).version).toBe((await new LayerStore(database.gate).layer(id)).version);
  });
});
