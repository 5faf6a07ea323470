import Fastify from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Config } from '../../server/config.ts';
import { openSession } from '../../server/db/accounts.ts';
import type { Gate } from '../../server/db/gate.ts';
import { sql } from '../../server/db/sql.ts';
import type { App } from '../../server/http/deps.ts';
import { installProblems } from '../../server/http/problems.ts';
import { digest, makeViewerOf } from '../../server/http/viewer.ts';
import { ogcRoutes } from '../../server/ogc/routes.ts';
import type { TestDatabase } from '../helpers/engines.ts';

/** A made-up town of 2 km by 2 km whose south-west corner is here, EPSG:3006. */
export const corner = { east: 540_000, north: 6_580_000 } as const;

export const organisation = '0a000000-0000-4000-8000-000000000001';
export const police = '0a000000-0000-4000-8000-000000000002';
export const accounts = {
  planner: '0b000000-0000-4000-8000-000000000001',
  fitter: '0b000000-0000-4000-8000-000000000002',
} as const;
export const openSite = '0c000000-0000-4000-8000-000000000001';
export const maskedSite = '0c000000-0000-4000-8000-000000000002';
export const withheldSite = '0c000000-0000-4000-8000-000000000003';
export const openMount = '0d000000-0000-4000-8000-000000000001';
export const maskedMount = '0d000000-0000-4000-8000-000000000002';
/** Where the masked site's camera really hangs. */
export const maskedPosition = { east: 540_333.25, north: 6_580_444.75 } as const;

export const config: Config = {
  host: '127.0.0.1',
  port: 0,
  dataDir: '',
  databaseUrl: null,
  migrateDatabaseUrl: null,
  example: false,
  publicLayers: [],
  basemapStyleUrl: null,
  basemapWmsUrl: null,
  importMaxBytes: 1_000_000,
  secureCookies: false,
};

export const camera = (site: string) => site.replace('0c', '0e');

/** Two areas, 400 buildings, 60 places, streets, land, masts, three sites and two planned mounts, and two signed-in accounts. */
export async function load(gate: Gate): Promise<void> {
  const { east, north } = corner;
  await gate.service('importer', async (tx) => {
    await tx.query(sql`insert into app.organisation (id, code, name_sv, name_en, kind) values
      (${organisation}, 'gata', 'Gatunämnden', 'Streets', 'committee'), (${police}, 'polis', 'Polisen', 'Police', 'police')`);
    await tx.query(sql`insert into secret.account (id, username, name, organisation_id, role) values
      (${accounts.planner}, 'planerare', 'P', ${organisation}, 'planner'), (${accounts.fitter}, 'montor', 'M', ${organisation}, 'fitter')`);
    await tx.query(sql`insert into app.source (name, kind) values ('fixture', 'osm')`);
    await tx.query(
      sql`insert into app.area_set (code, name_sv, name_en, kind) values ('delar', 'Delar', 'Parts', 'survey_area'), ('annat', 'Annat', 'Other', 'other')`,
    );
    await tx.query(sql`insert into app.area (area_set_id, code, name, valid_from, valid_to, geom)
      select 1, t.code, t.name, t.f::date, t.t::date, st_multi(st_makeenvelope(${east}::int + t.x, ${north}::int, ${east}::int + t.x + 1000, ${north}::int + 2000, 3006))
      from (values ('V', 'Väst', null, null, 0), ('O', 'Öst', '2010-01-01', '2023-12-31', 1000), ('O', 'Östra', '2024-01-01', null, 1000)) as t (code, name, f, t, x)`);
    await tx.query(sql`insert into app.area (area_set_id, code, name, geom)
      select 2, 'A', 'Allt', st_multi(st_makeenvelope(${east}::int, ${north}::int, ${east}::int + 2000, ${north}::int + 2000, 3006))`);
    await tx.query(
      sql`insert into app.indicator (code, name_sv, name_en, measure, "group") values ('trygg', 'Trygg', 'Safe', 'INDEX_0_6', 'a')`,
    );
    await tx.query(sql`insert into app.survey_value (source_id, area_set_id, area_code, indicator, year, round, value, status, answers) values
      (1, 1, 'V', 'trygg', 2024, 'autumn', 2.5, 'published', 80), (1, 1, 'V', 'trygg', 2024, 'extra', 3.5, 'published', 70), (1, 1, 'O', 'trygg', 2024, 'autumn', null, 'too_few', 4)`);
    await tx.query(sql`insert into app.building (source_id, source_key, height_m, geom)
      select 1, 'b' || i, 3 + i % 20, st_rotate(st_makeenvelope(x, y, x + 8 + i % 30, y + 6 + i % 17, 3006), i, x, y)
      from (select i, ${east}::float8 + 10 + (i % 20) * 97.3 as x, ${north}::float8 + 10 + (i / 20) * 96.1 as y from generate_series(0, 399) i) g`);
    await tx.query(
      sql`insert into app.place_type (code, name_sv, name_en) values ('parking', 'Parkering', 'Car park'), ('school', 'Skola', 'School') on conflict do nothing`,
    );
    await tx.query(sql`insert into app.place (source_id, source_key, place_type, name, geom)
      select 1, 'p' || i, case when i % 3 = 0 then 'school' else 'parking' end, 'Plats ' || i,
        case when i % 5 = 0 then st_makeenvelope(x, y, x + 40, y + 25, 3006) else st_setsrid(st_makepoint(x, y), 3006) end
      from (select i, ${east}::float8 + (i * 337) % 2000 as x, ${north}::float8 + (i * 911) % 2000 as y from generate_series(1, 60) i) g`);
    await tx.query(sql`insert into app.street (source_id, source_key, class, name, geom)
      select 1, 's' || i, case when i % 4 = 0 then 'primary' else 'residential' end, 'Gata ' || i,
        st_multi(st_setsrid(st_makeline(array[st_makepoint(${east}::int, ${north}::int + i * 200), st_makepoint(${east}::int + 900, ${north}::int + i * 200 + 40), st_makepoint(${east}::int + 2000, ${north}::int + i * 200)]), 3006))
      from generate_series(1, 9) i`);
    await tx.query(sql`insert into app.land (source_id, source_key, class, name, geom)
      select 1, 'l1', 'water', 'Sjön', st_multi(st_buffer(st_setsrid(st_makepoint(${east}::int + 500, ${north}::int + 1500), 3006), 300))`);
    await tx.query(sql`insert into app.mast (source_id, source_key, kind, geom)
      select 1, 'm' || i, 'mast', st_setsrid(st_makepoint(${east}::float8 + (i * 7.77), ${north}::float8 + (i * 131) % 2000), 3006) from generate_series(1, 250) i`);
    await tx.query(sql`insert into app.intervention (source_id, source_key, kind, name, valid_from, valid_to, geom)
      values (1, 'i1', 'lighting', 'Ny belysning', '2022-01-01', '2022-12-31', st_setsrid(st_makepoint(${east}::int + 100, ${north}::int + 100), 3006))`);

    for (const [site, x, y, opened] of [
      [openSite, east + 700, north + 700, true],
      [maskedSite, maskedPosition.east, maskedPosition.north, true],
      [withheldSite, east + 1500, north + 1500, true],
    ] as const) {
      await tx.query(sql`insert into secret.site (id, organisation_id, name, stage, opened_at, created_at)
        values (${site}, ${organisation}, ${`Plats ${site}`}, 'in_operation', ${opened ? '2026-01-01T00:00:00Z' : null}::timestamptz, '2026-01-01T00:00:00Z')`);
      await tx.query(sql`insert into secret.camera (id, site_id, name, kind, status, bearing_deg, angle_deg, range_m, in_operation_from)
        values (${camera(site)}, ${site}, 'K', 'fixed', 'in_operation', 90, 60, 40, '2025-03-01')`);
      await tx.query(sql`insert into secret.position (subject_id, kind, geom) values
        (${site}, 'site', st_setsrid(st_makepoint(${x}::float8, ${y}::float8), 3006)), (${camera(site)}, 'camera', st_setsrid(st_makepoint(${x}::float8, ${y}::float8), 3006))`);
      await tx.query(sql`insert into secret.coverage (camera_id, geom, area_m2) values
        (${camera(site)}, st_makeenvelope(${x}::float8, ${y}::float8, ${x}::float8 + 40, ${y}::float8 + 30, 3006), 1200)`);
    }
    for (const [mount, x] of [
      [openMount, 1200],
      [maskedMount, 1300],
    ] as const) {
      await tx.query(
        sql`insert into secret.planned_mount (id, organisation_id, code, stage, stage_since) values (${mount}, ${police}, ${mount.slice(-3)}, 'wished', '2026-01-01')`,
      );
      await tx.query(
        sql`insert into secret.position (subject_id, kind, geom) values (${mount}, 'planned_mount', st_setsrid(st_makepoint(${east}::int + ${x}::int, ${north}::int + 900), 3006))`,
      );
    }
    const marking = (
      id: string,
      site: string | null,
      mount: string | null,
      level: string,
      cell: readonly [number, number] | null,
    ) =>
      sql`insert into secret.secrecy_marking (id, site_id, planned_mount_id, level, provision, decided_on, authority, cell_east_m, cell_north_m, cell_size_m, created_at)
        values (${id}, ${site}, ${mount}, ${level}, 'OSL 18:1', '2026-02-01', 'Gatunämnden', ${cell?.[0] ?? null}::int, ${cell?.[1] ?? null}::int, ${cell ? 500 : null}::int, '2026-02-01T00:00:00Z')`;
    await tx.query(marking('0f000000-0000-4000-8000-000000000001', maskedSite, null, 'masked', [east, north]));
    await tx.query(marking('0f000000-0000-4000-8000-000000000002', withheldSite, null, 'withheld', null));
    await tx.query(
      marking('0f000000-0000-4000-8000-000000000003', null, maskedMount, 'masked', [east + 1000, north + 500]),
    );
  });
  const now = new Date('2026-10-01T08:00:00Z');
  await gate.service('session', async (tx) => {
    for (const name of ['planner', 'fitter'] as const)
      await openSession(tx, digest(cookieValue(name)), accounts[name], now, new Date('2026-11-01T00:00:00Z'));
  });
}

function cookieValue(name: keyof typeof accounts): string {
  return `test-session-of-the-${name}`;
}

export const cookie = (name: keyof typeof accounts) => ({ cookie: `kamerapunkt=${cookieValue(name)}` });

/** The routes under test on an application of their own. */
export async function openApp({ gate, clock }: TestDatabase, publicLayers: readonly string[] = []) {
  const app: App = Fastify({ routerOptions: { maxParamLength: 200 } }).withTypeProvider<TypeBoxTypeProvider>();
  installProblems(app);
  await ogcRoutes(app, { gate, clock, config: { ...config, publicLayers }, viewerOf: makeViewerOf({ gate, clock }) });
  await app.ready();
  const get = (url: string, headers: Record<string, string> = cookie('planner')) => app.inject({ url, headers });
  return { app, get };
}
