// Writes GeoPackages with GDAL (WebAssembly) in a thread of its own, wholly in memory.
// Plain JavaScript on purpose: worker threads of Node 20 load no TypeScript.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } };

/** Lines that GDAL wrote to its error stream during the current job; it resolves even when it has failed. */
let errors = [];
let gdalOnce;

/** GDAL reads its data by a path from the working directory. Without a `dest`, what it writes stays in memory. */
function gdal() {
  const folder = join(dirname(require.resolve('gdal3.js/node.js')), 'dist/package');
  gdalOnce ??= require('gdal3.js/node.js')({
    path: relative(process.cwd(), folder),
    logHandler: () => {},
    errorHandler: (line) => errors.push(line),
  });
  return gdalOnce;
}

/** The layers as GeoJSON, joined and typed by a VRT: GDAL alone would guess types from the first rows. */
async function write({ layers, date }) {
  const { Module, open, ogr2ogr, close } = await gdal();
  const files = [];
  const put = (name, text) => {
    Module.FS.writeFile(`/input/${name}`, text);
    files.push(`/input/${name}`);
  };
  errors = [];
  try {
    for (const { name, features } of layers) {
      const collection = {
        type: 'FeatureCollection',
        crs,
        features: features.map((feature) => ({ type: 'Feature', ...feature })),
      };
      put(`${name}.geojson`, JSON.stringify(collection));
    }
    put('report.vrt', `<OGRVRTDataSource>${layers.map(layerXml).join('')}</OGRVRTDataSource>`);
    const { datasets } = await open('/input/report.vrt');
    // Without a fixed date the file holds the moment of its making.
    const options = ['-f', 'GPKG', '--config', 'OGR_CURRENT_DATE', `${date}T00:00:00.000Z`];
    const written = datasets[0] && (await ogr2ogr(datasets[0], options, 'report'));
    for (const dataset of datasets) await close(dataset);
    const failed = errors.find((line) => line.startsWith('ERROR'));
    if (failed || !written) throw new Error(`GDAL: ${failed ?? 'the layers do not open'}`);
    files.push(written.local);
    return Module.FS.readFile(written.local);
  } finally {
    for (const file of files) Module.FS.unlink(file);
  }
}

function layerXml({ name, geometryType, fields }) {
  const fieldXml = Object.entries(fields)
    .map(([field, type]) => `<Field name="${field}" type="${type}"/>`)
    .join('');
  return `<OGRVRTLayer name="${name}"><SrcDataSource relativeToVRT="1">${name}.geojson</SrcDataSource><GeometryType>${geometryType}</GeometryType><LayerSRS>EPSG:3006</LayerSRS>${fieldXml}</OGRVRTLayer>`;
}

parentPort.on('message', async ({ id, job }) => {
  try {
    parentPort.postMessage({ id, result: await write(job) });
  } catch (error) {
    parentPort.postMessage({
      id,
      failure: { code: null, message: error instanceof Error ? error.message : 'GDAL failed.' },
    });
  }
});
