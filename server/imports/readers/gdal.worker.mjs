// GDAL (WebAssembly) in a thread of its own: a big file must not hold up the one who counts rows and listens for Ctrl-C.
// Plain JavaScript on purpose: worker threads of Node 20 load no TypeScript.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);
/**
 * file: relative to in/. layers: their names, 'only' or 'likeliest'. crs: EPSG code instead of the file's own. raw: numbers
 * as they stand. swap: axes swapped. limit: so many features. sample: so many features as they stand besides.
 */
const { folder, file, layers, openOptions, crs, raw, swap, limit, sample } = workerData;

/** Everything GDAL says goes to its error stream: an ERROR line fails the job, whatever the call itself returned. */
const said = [];
/** Tables that programs keep in a GeoPackage for themselves. */
const notData = /^(layer_styles|qgis_projects)$/;
/**
 * Sheets come cell for cell: "0180" stays text, and headings are found by us. As open options GDAL 3.8.4 heeds these for
 * the first sheet alone.
 */
const env = {
  OGR_XLSX_HEADERS: 'DISABLE',
  OGR_XLSX_FIELD_TYPES: 'STRING',
  OGR_ODS_HEADERS: 'DISABLE',
  OGR_ODS_FIELD_TYPES: 'STRING',
};
const swapped = ['-ct', '+proj=axisswap +order=2,1'];

async function run() {
  const home = join(dirname(require.resolve('gdal3.js/package.json')), 'dist/package');
  // The library reads its files relative to the working directory, and nothing else.
  const here = (path) => relative(process.cwd(), path) || '.';
  const gdal = await require('gdal3.js/node.js')({
    path: here(home),
    dest: join(folder, 'out'),
    errorHandler: (line) => said.push(line),
    logHandler: () => {},
    env,
  });
  const open = async (path, options) => {
    const { datasets } = await gdal.open(path, options).catch(() => ({ datasets: [] }));
    if (!datasets[0]) throw new Error('not recognized');
    return datasets[0];
  };
  const openFile = () => open(here(join(folder, 'in', file)), openOptions);
  const dataset = await openFile();
  const driver = dataset.info?.driverShortName ?? '';
  const found = (dataset.info?.layers ?? [])
    .map(describe)
    .filter(({ name, fields, hasGeometry }) => !notData.test(name) && (hasGeometry || fields.length > 0));
  await gdal.close(dataset);

  /** One run of ogr2ogr. Opened anew for each: the OSM driver gives a second layer nothing after a first. */
  const write = async (name, options, source = openFile) => {
    const opened = await source();
    await gdal.ogr2ogr(opened, options, name);
    await gdal.close(opened);
  };
  const made = [];
  for (const [order, layer] of wanted(found).entries()) {
    const toPath = (name) => join(folder, 'out', `${name}.csv`);
    const shape = layer.hasGeometry ? ['-lco', 'GEOMETRY=AS_WKT', '-dim', 'XY', '-nlt', 'CONVERT_TO_LINEAR'] : [];
    const csv = ['-f', 'CSV', ...shape];
    const some = limit ? ['-limit', String(limit)] : [];
    let standing = null;
    if (sample && layer.hasGeometry) {
      await write(`standing${order}`, [...csv, '-limit', String(sample), layer.name]);
      standing = toPath(`standing${order}`);
    }
    const name = `layer${order}`;
    const turn = async () => {
      const knowsPlace = crs || layer.crs !== null;
      if (!layer.hasGeometry) await write(name, [...csv, ...some, layer.name]);
      else if (raw) await write(name, [...csv, ...(swap ? swapped : []), ...some, layer.name]);
      else if (swap && knowsPlace) {
        // GDAL turns numbers by the system's own order of axes: swapped in a file of their own, then turned as usual.
        const own = crs ? ['-a_srs', `EPSG:${crs}`] : [];
        const plain = ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', '-nlt', 'CONVERT_TO_LINEAR', '-dim', 'XY'];
        await write(`swapped${order}`, [...plain, ...swapped, ...own, ...some, layer.name]);
        await write(name, [...csv, '-t_srs', 'EPSG:3006'], () => open(`/output/swapped${order}.fgb`, []));
      } else {
        const from = crs ? ['-s_srs', `EPSG:${crs}`] : [];
        await write(name, [...csv, ...from, '-t_srs', 'EPSG:3006', ...some, layer.name]);
      }
    };
    const before = said.length;
    let isTurned = true;
    if (standing) {
      // A layer whose system lies, or that has none, can still be looked at.
      await turn().catch(() => (isTurned = false));
      isTurned &&= !said.slice(before).some((line) => line.startsWith('ERROR'));
      if (!isTurned) said.length = before;
    } else await turn();
    made.push({ ...layer, path: isTurned ? toPath(name) : standing, standing, isTurned });
    parentPort.postMessage({ progress: order + 1 });
  }
  return { driver, found, made };
}

function describe({ name, geometryFields, fields, featureCount }) {
  const [geometry] = geometryFields ?? [];
  const system = geometry?.coordinateSystem;
  return {
    name,
    rows: featureCount >= 0 ? featureCount : null,
    hasGeometry: geometry !== undefined,
    geometry: geometry?.type ?? null,
    crs: system ? (system.projjson?.name ?? '') : null,
    epsg: epsgOf(system?.projjson),
    fields: (fields ?? []).map((field) => field.name),
  };
}

/** The code of the system, or of the horizontal one when heights have one of their own. */
function epsgOf(projjson) {
  const id = projjson?.id ?? projjson?.components?.[0]?.id ?? projjson?.source_crs?.id;
  if (id?.authority === 'OGC' && id.code === 'CRS84') return 4326;
  return id?.authority === 'EPSG' ? Number(id.code) : null;
}

function wanted(found) {
  if (Array.isArray(layers)) return found.filter(({ name }) => layers.includes(name));
  if (layers === 'likeliest') {
    const points = found.find(({ name, rows }) => name === 'points' && rows === null);
    return [points ?? found.toSorted((a, b) => (b.rows ?? 0) - (a.rows ?? 0))[0]].filter(Boolean);
  }
  // Of a workbook with empty sheets, the one that holds something.
  const filled = found.filter(({ rows }) => rows !== 0);
  return filled.length === 1 ? filled : found.length === 1 ? found : [];
}

run().then(
  (result) => parentPort.postMessage({ result, said }),
  (error) => parentPort.postMessage({ failure: error?.message ?? error?.[0]?.message ?? String(error), said }),
);
