import { hashSync } from '@node-rs/argon2';
import type { Position } from '#core/position.ts';
import { settleCells } from '#core/grid/settle-cells.ts';
import { viewArea } from '#core/coverage/view-area.ts';
import type { Clock } from '../../server/db/clock.ts';
import type { Tx } from '../../server/db/driver.ts';
import type { Gate, ViewerRole } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';

export const password = 'provprov-2026';
const passwordHash = hashSync(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });

/** A small town: a square of houses with every kind of secrecy in it. Positions in EPSG:3006. */
export const origin: Position = [540_000, 6_580_000];

/** Twelve by twelve houses, about 60 m apart (no two alike modulo anything, so that no leak hides in a remainder): 16 or so to a 250 m cell. */
export const houses: readonly Position[] = Array.from({ length: 144 }, (_, index) => [
  origin[0] + 30 + (index % 12) * 60 + ((index * 7) % 13) - 6 + index / 100,
  origin[1] + 30 + Math.floor(index / 12) * 60 + ((index * 11) % 13) - 6 - index / 100,
]);

export interface Fixture {
  readonly accounts: Readonly<Record<Exclude<ViewerRole, 'public'> | 'otherPlanner', string>>;
  readonly organisations: Readonly<Record<'street' | 'school' | 'police', string>>;
  readonly sites: Readonly<Record<'open' | 'masked' | 'withheld' | 'draft' | 'othersMasked', string>>;
  readonly cameras: Readonly<Record<'open' | 'masked' | 'withheld' | 'draft' | 'othersMasked', string>>;
  readonly mounts: Readonly<Record<'masked' | 'withheld' | 'open', string>>;
}

/** Where each subject of the fixture stands: the houses' numbers. */
const standsAt = {
  open: 5,
  masked: 17,
  withheld: 40,
  draft: 60,
  othersMasked: 75,
  mountMasked: 100,
  mountWithheld: 110,
  mountOpen: 120,
} as const;

/** Writes the small town through the importer's role. Ids come from the clock: the same clock, the same ids. */
export async function loadFixture(gate: Gate, clock: Clock): Promise<Fixture> {
  return gate.service('importer', async (tx) => {
    const organisations = { street: clock.uuid(), school: clock.uuid(), police: clock.uuid() };
    for (const [code, id] of Object.entries(organisations)) {
      await tx.query(sql`insert into app.organisation (id, code, name_sv, name_en, kind)
        values (${id}, ${code}, ${`Nämnd ${code}`}, ${`Committee ${code}`}, ${code === 'police' ? 'police' : 'committee'})`);
    }
    const accounts = {
      planner: await account(tx, clock, 'planner', 'planner', organisations.street),
      otherPlanner: await account(tx, clock, 'other-planner', 'planner', organisations.school),
      liaison: await account(tx, clock, 'liaison', 'liaison', organisations.police),
      analyst: await account(tx, clock, 'analyst', 'analyst', organisations.street),
      reviewer: await account(tx, clock, 'reviewer', 'reviewer', organisations.street),
      administrator: await account(tx, clock, 'administrator', 'administrator', organisations.street),
      fitter: await account(tx, clock, 'fitter', 'fitter', organisations.street),
    };
    const sourceId = await ground(tx);
    const cells = settleCells(houses);
    const outlines = houses.map(outline);

    const site = async (key: 'open' | 'masked' | 'withheld' | 'draft' | 'othersMasked', organisation: string) => {
      const id = clock.uuid();
      const camera = clock.uuid();
      const position = corner(houses[standsAt[key]] as Position);
      const opened = key === 'draft' ? null : clock.now();
      await tx.query(sql`insert into secret.site (id, organisation_id, name, stage, opened_at, created_at)
        values (${id}, ${organisation}, ${`Plats ${key}`}, 'in_operation', ${opened}, ${clock.now()})`);
      await put(tx, id, 'site', position);
      await tx.query(sql`insert into secret.camera (id, site_id, name, kind, status, bearing_deg, angle_deg, range_m)
        values (${camera}, ${id}, ${`Kamera ${key}`}, 'fixed', 'in_operation', 45, 90, 40)`);
      await put(tx, camera, 'camera', position);
      await putCoverage(tx, camera, position, outlines);
      if (key === 'masked' || key === 'othersMasked')
        await mark(tx, clock, 'masked', { siteId: id }, cells.cellFor(position));
      if (key === 'withheld') await mark(tx, clock, 'withheld', { siteId: id }, null);
      return { id, camera };
    };
    const made = {
      open: await site('open', organisations.street),
      masked: await site('masked', organisations.street),
      withheld: await site('withheld', organisations.police),
      draft: await site('draft', organisations.street),
      othersMasked: await site('othersMasked', organisations.school),
    };

    const mount = async (code: string, key: 'mountMasked' | 'mountWithheld' | 'mountOpen') => {
      const id = clock.uuid();
      const position = corner(houses[standsAt[key]] as Position);
      await tx.query(sql`insert into secret.planned_mount (id, organisation_id, code, stage, stage_since)
        values (${id}, ${organisations.police}, ${code}, 'prioritised', '2026-03-02')`);
      await put(tx, id, 'planned_mount', position);
      if (key === 'mountMasked') await mark(tx, clock, 'masked', { mountId: id }, cells.cellFor(position));
      if (key === 'mountWithheld') await mark(tx, clock, 'withheld', { mountId: id }, null);
      return id;
    };
    const mounts = {
      masked: await mount('KP-01', 'mountMasked'),
      withheld: await mount('KP-02', 'mountWithheld'),
      open: await mount('KP-03', 'mountOpen'),
    };

    await clear(tx, clock, accounts.liaison, { organisationId: organisations.police });
    await clear(tx, clock, accounts.planner, { organisationId: organisations.street });
    await clear(tx, clock, accounts.fitter, { subjectId: mounts.masked });
    await tx.query(
      sql`insert into app.setting (key, value) values ('instance', ${{ name: 'Provstad', example: false, today: null, bounds: [15.6, 59.3, 15.8, 59.4] }}::jsonb)`,
    );
    void sourceId;
    const ids = <K extends keyof typeof made>(part: 'id' | 'camera') =>
      Object.fromEntries(Object.entries(made).map(([key, value]) => [key, value[part]])) as Record<K, string>;
    return { accounts, organisations, sites: ids('id'), cameras: ids('camera'), mounts };
  });
}

async function account(tx: Tx, clock: Clock, username: string, role: string, organisationId: string): Promise<string> {
  const id = clock.uuid();
  await tx.query(sql`insert into secret.account (id, username, name, organisation_id, role, password_hash)
    values (${id}, ${username}, ${`Namn ${username}`}, ${organisationId}, ${role}, ${passwordHash})`);
  return id;
}

async function ground(tx: Tx): Promise<number> {
  const [source] = await tx.query<{ id: number }>(
    sql`insert into app.source (name, kind) values ('Provstaden', 'osm') returning id`,
  );
  const id = source?.id ?? 0;
  for (const [index, house] of houses.entries()) {
    await tx.query(sql`insert into app.building (source_id, source_key, height_m, geom)
      values (${id}, ${`b${index}`}, 6, st_makeenvelope(${house[0] - 8}::float8, ${house[1] - 8}::float8, ${house[0] + 8}::float8, ${house[1] + 8}::float8, 3006))`);
  }
  const [set] = await tx.query<{ id: number }>(
    sql`insert into app.area_set (code, name_sv, name_en, kind, source_id) values ('prov', 'Provområden', 'Areas', 'survey_area', ${id}) returning id`,
  );
  for (const [code, name, west] of [
    ['1', 'Ögården', 0],
    ['2', 'Ängby', 1],
  ] as const) {
    const e = origin[0] + west * 360;
    await tx.query(sql`insert into app.area (area_set_id, code, name, population, geom)
      values (${set?.id}, ${code}, ${name}, 1200, st_multi(st_makeenvelope(${e}::float8, ${origin[1]}::float8, ${e + 360}::float8, ${origin[1] + 720}::float8, 3006)))`);
  }
  return id;
}

function outline([e, n]: Position): Position[][] {
  return [
    [
      [e - 8, n - 8],
      [e + 8, n - 8],
      [e + 8, n + 8],
      [e - 8, n + 8],
      [e - 8, n - 8],
    ],
  ];
}

/** On the house's north-east corner, looking out. */
function corner([e, n]: Position): Position {
  return [e + 8, n + 8];
}

async function put(tx: Tx, id: string, kind: string, position: Position): Promise<void> {
  await tx.query(sql`insert into secret.position (subject_id, kind, geom) values (${id}, ${kind}, st_setsrid(st_makepoint(${position[0]}, ${position[1]}), 3006))
    on conflict (subject_id) do update set geom = excluded.geom`);
}

async function putCoverage(tx: Tx, camera: string, position: Position, outlines: Position[][][]): Promise<void> {
  const view = viewArea({ position, bearing_deg: 45, angle_deg: 90, range_m: 40 }, outlines);
  await tx.query(sql`insert into secret.coverage (camera_id, geom, area_m2)
    select ${camera}, g, st_area(g) from st_setsrid(st_geomfromgeojson(${JSON.stringify({ type: 'Polygon', coordinates: view })}), 3006) g
    on conflict (camera_id) do update set geom = excluded.geom, area_m2 = excluded.area_m2`);
}

async function mark(
  tx: Tx,
  clock: Clock,
  level: string,
  of: { siteId?: string; mountId?: string },
  cell: { east_m: number; north_m: number; size_m: number } | null,
): Promise<void> {
  await tx.query(sql`insert into secret.secrecy_marking (id, site_id, planned_mount_id, level, provision, decided_on, authority, cell_east_m, cell_north_m, cell_size_m, created_at)
    values (${clock.uuid()}, ${of.siteId}, ${of.mountId}, ${level}, '18 kap. 8 § OSL', '2026-01-15', 'Nämnden', ${cell?.east_m}, ${cell?.north_m}, ${cell?.size_m}, ${clock.now()})`);
}

async function clear(
  tx: Tx,
  clock: Clock,
  accountId: string,
  scope: { organisationId?: string; subjectId?: string },
): Promise<void> {
  await tx.query(sql`insert into secret.clearance (id, account_id, organisation_id, subject_id, valid_from, valid_to, reason)
    values (${clock.uuid()}, ${accountId}, ${scope.organisationId}, ${scope.subjectId}, '2026-01-01', '2030-01-01', 'prov')`);
}

/**
 * Makes the twin: every masked subject moves to another house settled in the same cell, every withheld one anywhere,
 * and what its cameras see follows. Nothing else changes.
 */
export async function moveSecrets(gate: Gate, except: readonly string[] = []): Promise<number> {
  return gate.service('importer', async (tx) => {
    const cells = settleCells(houses);
    const outlines = houses.map(outline);
    const marked = await tx.query<{ id: string; level: string; e: number; n: number }>(sql`
      select p.subject_id as id, m.level, st_x(p.geom) as e, st_y(p.geom) as n from secret.secrecy_marking m
      join secret.position p on p.subject_id = coalesce(m.site_id, m.planned_mount_id) where m.ended_at is null order by p.subject_id`);
    for (const { id, level, e, n } of marked.filter((subject) => !except.includes(subject.id))) {
      const here: Position = [e, n];
      const same = (house: Position) =>
        JSON.stringify(cells.cellFor(corner(house))) === JSON.stringify(cells.cellFor(here));
      const others = houses.filter((house) => corner(house)[0] !== e || corner(house)[1] !== n);
      const target = level === 'masked' ? others.filter(same).at(-1) : others.at(-1);
      if (!target) throw new Error('The fixture has a cell with one house.');
      await tx.query(
        sql`update secret.position set geom = st_setsrid(st_makepoint(${corner(target)[0]}, ${corner(target)[1]}), 3006) where subject_id = ${id}`,
      );
      const cameras = await tx.query<{ id: string }>(sql`select id from secret.camera where site_id = ${id}`);
      for (const camera of cameras) {
        await put(tx, camera.id, 'camera', corner(target));
        await putCoverage(tx, camera.id, corner(target), outlines);
      }
    }
    return marked.length;
  });
}
