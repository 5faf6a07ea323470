import { hashSync } from '@node-rs/argon2';
import type { Position } from '#core/position.ts';
import { fromLonLat } from '#core/projection/sweref99tm.ts';
import { seededRandom, type Random } from '#core/random.ts';
import { createAccount, createOrganisation } from '../../server/db/account-admin.ts';
import { systemClock } from '../../server/db/clock.ts';
import type { Tx } from '../../server/db/driver.ts';
import { makeGate } from '../../server/db/gate.ts';
import { openDriver } from '../../server/db/open.ts';
import { sql } from '../../server/db/sql.ts';
import { lonLatOf, type TileAddress } from './tile-address.ts';
import { administer, type Database } from './workshop.ts';

/** Everything lies in the middle of this tile, so that one tile at zoom 12 holds all the points. */
export const middleTile: TileAddress = { z: 12, x: 2222, y: 1203 };

/** Between buildings: about 2 000 to a tile at zoom 14, as dense as the middle of a town. */
const spacing_m = 28;
const pointField_m = 4_000;

export const account = { username: 'bench', password: 'bench-2026' } as const;

/** A plain without a town: so many buildings in rows, so many poles and masts among them, one account. */
export async function loadPlain(
  database: Database,
  { buildings, points }: { readonly buildings: number; readonly points: number },
): Promise<void> {
  const driver = await openDriver({ ...database, migrateDatabaseUrl: null });
  try {
    await makeGate(driver, systemClock).service('importer', async (tx) => {
      await loadAccount(tx);
      const [source] = await tx.query<{ id: number }>(
        sql`insert into app.source (name, kind) values ('plain', 'osm') returning id`,
      );
      const id = source?.id ?? 0;
      await tx.copyIn('loaded.building', ['source_id', 'source_key', 'height_m', 'geom'], buildingLines(id, buildings));
      await tx.copyIn('loaded.mast', ['source_id', 'source_key', 'kind', 'height_m', 'geom'], pointLines(id, points));
    });
  } finally {
    await driver.close();
  }
  // What autovacuum does within a minute: without figures of the tables the planner guesses.
  if (database.databaseUrl) await administer(database.databaseUrl, 'analyze');
}

async function loadAccount(tx: Tx): Promise<void> {
  const organisation = { id: systemClock.uuid(), code: 'bench', name: 'Bench', kind: 'committee' } as const;
  const organisationId = await createOrganisation(tx, organisation);
  const passwordHash = hashSync(account.password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await createAccount(tx, {
    id: systemClock.uuid(),
    username: account.username,
    name: 'Bench',
    organisationId,
    role: 'analyst',
    passwordHash,
  });
}

function middle(): Position {
  const { z, x, y } = middleTile;
  return fromLonLat(lonLatOf({ z, x: x + 0.5, y: y + 0.5 }));
}

function* buildingLines(sourceId: number, count: number): Generator<string> {
  const random = seededRandom('plain: buildings');
  const side = Math.ceil(Math.sqrt(count));
  const [e, n] = middle();
  for (let index = 0; index < count; index += 1) {
    const east = e + ((index % side) - side / 2 + random.next() * 0.2) * spacing_m;
    const north = n + (Math.floor(index / side) - side / 2 + random.next() * 0.2) * spacing_m;
    const ring = outline(random, [east, north])
      .map((corner) => corner.map((metres) => metres.toFixed(2)).join(' '))
      .join(',');
    yield `${sourceId}\tb${index}\t${random.integer(3, 30)}\tSRID=3006;POLYGON((${ring}))\n`;
  }
}

/** A house with five to nine corners, as often L-shaped as not, turned anyhow. */
function outline(random: Random, [east, north]: Position): Position[] {
  const [width, depth] = [8 + random.next() * 10, 6 + random.next() * 8];
  const [wing, back] = [width * (0.3 + random.next() * 0.4), depth * (0.3 + random.next() * 0.4)];
  const plain: Position[] = [
    [0, 0],
    [width, 0],
    [width, depth],
    [0, depth],
  ];
  const angled: Position[] = [
    [0, 0],
    [width, 0],
    [width, back],
    [wing, back],
    [wing, depth],
    [0, depth],
  ];
  const turn = random.next() * Math.PI;
  const corners = (random.next() < 0.5 ? plain : angled).map(([x, y]): Position => [
    east + x * Math.cos(turn) - y * Math.sin(turn),
    north + x * Math.sin(turn) + y * Math.cos(turn),
  ]);
  return [...corners, corners[0] as Position];
}

function* pointLines(sourceId: number, count: number): Generator<string> {
  const random = seededRandom('plain: points');
  const [e, n] = middle();
  for (let index = 0; index < count; index += 1) {
    const at = [e, n].map((metres) => (metres + (random.next() - 0.5) * pointField_m).toFixed(2)).join(' ');
    yield `${sourceId}\tm${index}\t${random.pick(['pole', 'mast'])}\t${random.integer(4, 40)}\tSRID=3006;POINT(${at})\n`;
  }
}
