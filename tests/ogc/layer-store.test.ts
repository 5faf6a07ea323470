import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { LayerStore } from '../../server/ogc/tiles/layer-store.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { corner, load } from './fixture.ts';

describeOnBothEngines('layer store', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await load(database.gate);
  });
  afterAll(() => database.close());

  const addMasts = (from: number, count: number) =>
    database.gate.service('importer', (tx) =>
      tx.query(sql`insert into app.mast (source_id, source_key, kind, geom)
        select 1, 'n' || i, 'lamp', st_setsrid(st_makepoint(${corner.east}::int + i % 1000, ${corner.north}::int + i / 10), 3006)
        from generate_series(${from}::int, ${from}::int + ${count}::int - 1) i`),
    );

  it('reads a small layer anew at the first look, a large one when an import has come to rest', async () => {
    const store = new LayerStore(database.gate);
    const masts = async () => (await store.layer('masts')).features;
    expect(await masts()).toBe(250);
    await addMasts(1, 6000);
    await store.recheck();
    expect(await masts()).toBe(6250);
    await addMasts(6001, 100);
    await store.recheck();
    await addMasts(6101, 100);
    await store.recheck();
    expect(await masts()).toBe(6250);
    await store.recheck();
    expect(await masts()).toBe(6450);
  });

  it('keeps the very layer while what is shown is the same', async () => {
    const store = new LayerStore(database.gate);
    const before = await store.layer('places');
    await database.gate.service('importer', (tx) => tx.query(sql`update app.place set name = name`));
    await store.recheck();
    expect(await store.layer('places')).toBe(before);
  });

  it('reads a layer once for many who ask at once, and tries again after a failure', async () => {
    let reads = 0;
    let failing = true;
    const { gate } = database;
    const counting = new LayerStore({
      ...gate,
      service: (role, run) => {
        reads += 1;
        return failing ? Promise.reject(new Error('on purpose')) : gate.service(role, run);
      },
    });
    await expect(Promise.all([counting.layer('land'), counting.layer('land')])).rejects.toThrow('on purpose');
    failing = false;
    expect(
      (await Promise.all([counting.layer('land'), counting.layer('land')])).map(({ features }) => features),
    ).toEqual([1, 1]);
    expect(reads).toBe(2);
  });
});
