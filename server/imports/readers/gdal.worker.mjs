// GDAL (WebAssembly) in a thread of its own: a big file must not hold up the one who counts rows and listens for Ctrl-C.
// Plain JavaScript on purpose: worker threads of Node 20 load no TypeScript.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const { folder, file, vsi, layers, openOptions, arguments: given } = workerData;

/** Everything GDAL says goes to its error stream: an ERROR line fails the job, whatever the call itself returned. */
const said = [];

async function run() {
  const home = join(dirname(require.resolve('gdal3.js/package.json')), 'dist/package');
  // The library reads its files relative to the working directory, and nothing else.
  const here = (path) => relative(process.cwd(), path) || '.';
  const gdal = await require('gdal3.js/node.js')({
    path: here(home),
    dest: join(folder, 'out'),
    errorHandler: (line) => said.push(line),
    logHandler: () => {},
  });
  const open = async () => {
    const { datasets } = await gdal
      .open(here(join(folder, 'in', file)), openOptions, vsi)
      .catch(() => ({ datasets: [] }));
    if (!datasets[0]) throw new Error('not recognized');
    return datasets[0];
  };
  const dataset = await open();
  const found = (dataset.info?.layers ?? []).map(({ name, geometryFields, fields }) => ({
    name,
    hasGeometry: (geometryFields ?? []).length > 0,
    crs: geometryFields?.[0]?.coordinateSystem ? 'known' : 'none',
    fields: (fields ?? []).map((field) => field.name),
  }));
  const driver = dataset.info?.driverShortName ?? '';
  await gdal.close(dataset);
  const wanted = layers ? found.filter(({ name }) => layers.includes(name)) : found.slice(0, 1);
  const made = [];
  for (const [order, layer] of wanted.entries()) {
    // Opened anew for each: the OSM driver gives a second layer nothing after it has read through a first.
    const source = await open();
    const shape = layer.hasGeometry ? ['-lco', 'GEOMETRY=AS_WKT', '-dim', 'XY', '-t_srs', 'EPSG:3006'] : [];
    await gdal.ogr2ogr(source, ['-f', 'CSV', ...shape, ...given, layer.name], `layer${order}`);
    await gdal.close(source);
    made.push({ ...layer, path: join(folder, 'out', `layer${order}.csv`) });
    parentPort.postMessage({ progress: order + 1 });
  }
  return { driver, found: found.map(({ name }) => name), made };
}

run().then(
  (result) => parentPort.postMessage({ result, said }),
  (error) => parentPort.postMessage({ failure: error?.message ?? error?.[0]?.message ?? String(error), said }),
);
