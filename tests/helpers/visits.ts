import type { RouteOptions } from 'fastify';

/** One request of the sweep. */
export interface Visit {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly payload?: object;
}

/** What the sweep knows of the town: where to look, and whose ids to ask for. */
export interface Town {
  /** WGS84 points worth standing at: among them where secrets are in the one town or the other. */
  readonly points: readonly (readonly [lon: number, lat: number])[];
  readonly siteIds: readonly string[];
  readonly cameraIds: readonly string[];
  readonly mountIds: readonly string[];
  readonly areaIds: readonly number[];
  /** Imports and uploads, among them what is there in one town alone. */
  readonly importIds: readonly string[];
  readonly fileIds: readonly string[];
  readonly sourceIds: readonly number[];
}

type Maker = (path: string, town: Town) => readonly string[];

const boxes = (town: Town) => [
  '10,55,25,70',
  ...town.points.flatMap(([lon, lat]) =>
    [0.02, 0.002, 0.0002, 0.00001].map((d) =>
      [lon - d, lat - d, lon + d, lat + d].map((value) => value.toFixed(6)).join(','),
    ),
  ),
];

function tilesAt(path: string, town: Town, zooms: readonly number[]): string[] {
  return town.points.flatMap(([lon, lat]) =>
    zooms.map((z) => {
      const n = 2 ** z;
      const col = Math.floor(((lon + 180) / 360) * n);
      const row = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n);
      return path.replace(':z', String(z)).replace(':row', String(row)).replace(':col', String(col));
    }),
  );
}

const nobodysId = '00000000-0000-4000-8000-000000000000';

/** How each kind of GET address is asked for, first match wins; a route that none matches makes the sweep fail. */
const makers: readonly (readonly [RegExp, Maker])[] = [
  [
    /^\/ogc\/collections\/:?[\w-]+\/tiles\/WebMercatorQuad\/:z/,
    (path, town) => tilesAt(path, town, [6, 12, 14, 16, 18, 20, 22]),
  ],
  [
    /\/items\/:featureId$/,
    (path, town) =>
      [...town.siteIds, ...town.cameraIds, ...town.mountIds, ...town.areaIds, nobodysId].map((id) =>
        path.replace(':featureId', String(id)),
      ),
  ],
  [
    /\/items$/,
    (path, town) => [
      path,
      `${path}?limit=1`,
      `${path}?limit=3&crs=http://www.opengis.net/def/crs/EPSG/0/3006`,
      `${path}?nonsense=1`,
      `${path}?bbox=1,2`,
      ...boxes(town).map((box) => `${path}?bbox=${box}`),
    ],
  ],
  [/^\/api\/sites\/:id$/, (_path, town) => [...town.siteIds, nobodysId].map((id) => `/api/sites/${id}`)],
  [/^\/api\/(planned-mounts|overlay)$/, (path) => [path, `${path}?uncleared=1`]],
  [
    /^\/api\/search$/,
    (path) =>
      ['p', 'pl', 'plats', 'plats m', 'kp', 'kamera', 'ö', '%', '_'].map((q) => `${path}?q=${encodeURIComponent(q)}`),
  ],
  [
    /^\/api\/areas\/:id/,
    (path, town) =>
      town.areaIds.flatMap((id) => [
        path.replace(':id', String(id)),
        `${path.replace(':id', String(id))}?year=2025&lang=en`,
      ]),
  ],
  [/^\/api\/survey\/values$/, (path) => [path, `${path}?indicator=overall&year=2025&respondents=all`]],
  [
    /^\/api\/imports\/:id/,
    (path, town) =>
      [...town.importIds, nobodysId].flatMap((id) => [path.replace(':id', id), `${path.replace(':id', id)}?lang=en`]),
  ],
  [/^\/api\/import-files\/:id$/, (path, town) => [...town.fileIds, nobodysId].map((id) => path.replace(':id', id))],
  [/^\/api\/import-mappings$/, (path) => [path, `${path}?kind=planned-mounts`, `${path}?kind=zones`]],
  [/:id/, (path) => [path.replace(':id', nobodysId)]],
  [/^[^:]*$/, (path) => [path]],
];

/** Reads: every GET address with parameters that could tell where something is. */
export function reads(routes: readonly RouteOptions[], town: Town): Visit[] {
  const paths = [
    ...new Set(routes.filter(({ method }) => [method].flat().includes('GET')).map(({ url }) => url)),
  ].filter((url) => url !== '*' && !url.startsWith('/assets'));
  return paths.flatMap((path) => {
    const maker = makers.find(([pattern]) => pattern.test(path));
    if (!maker) throw new Error(`The sweep does not know how to ask for ${path}.`);
    return maker[1](path, town).map((url) => ({ method: 'GET' as const, url }));
  });
}

/** Writes that an uncleared person may try on and near what is secret; the answers must not tell. */
export function writes(town: Town): Visit[] {
  const camera = {
    name: 'Prov',
    kind: 'fixed',
    status: 'planned',
    bearing_deg: 10,
    angle_deg: 90,
    range_m: 40,
    height_m: null,
  };
  const mapping = { kind: 'zones', settings: { options: { kind: 'guard_zone' } } };
  return [
    ...[...town.importIds, nobodysId].flatMap((id): Visit[] => [
      { method: 'PATCH', url: `/api/imports/${id}`, payload: { kind: 'zones' } },
      ...['read', 'publish', 'undo'].map((verb): Visit => ({ method: 'POST', url: `/api/imports/${id}/${verb}` })),
      { method: 'DELETE', url: `/api/imports/${id}` },
    ]),
    ...[...town.fileIds, nobodysId].flatMap((id): Visit[] => [
      { method: 'POST', url: '/api/imports', payload: { files: [id] } },
      { method: 'DELETE', url: `/api/import-files/${id}` },
    ]),
    { method: 'POST', url: '/api/import-files', payload: { name: 'prov.csv', bytes: 0 } },
    { method: 'PUT', url: '/api/import-mappings/prov', payload: mapping },
    { method: 'DELETE', url: '/api/import-mappings/prov' },
    { method: 'PUT', url: '/api/kept-data', payload: { months: 36 } },
    ...[...town.sourceIds, 999_999].map((id): Visit => ({
      method: 'POST',
      url: `/api/sources/${id}/withdraw`,
      payload: { reason: 'Ett prov av vad svaret säger' },
    })),
    ...[...town.siteIds, nobodysId].flatMap((id): Visit[] => [
      { method: 'PATCH', url: `/api/sites/${id}`, payload: { rowVersion: 1, name: 'Prov' } },
      { method: 'POST', url: `/api/sites/${id}/open`, payload: { rowVersion: 1 } },
      { method: 'POST', url: `/api/sites/${id}/cameras`, payload: { ...camera, position: town.points[0] } },
      { method: 'DELETE', url: `/api/sites/${id}` },
    ]),
    ...[...town.cameraIds, nobodysId].flatMap((id): Visit[] => [
      { method: 'PATCH', url: `/api/cameras/${id}`, payload: { ...camera, position: town.points[0], rowVersion: 1 } },
      { method: 'DELETE', url: `/api/cameras/${id}` },
    ]),
    ...[...town.mountIds, nobodysId].map((id): Visit => ({
      method: 'PUT',
      url: `/api/planned-mounts/${id}/priority`,
      payload: { rowVersion: 1, priority: 1, reason: 'prov' },
    })),
    ...town.points.map((position): Visit => ({
      method: 'POST',
      url: '/api/sites',
      payload: { name: 'Nära', position },
    })),
    ...town.areaIds.map((areaId): Visit => ({ method: 'POST', url: '/api/suggestion-runs', payload: { areaId } })),
  ];
}
