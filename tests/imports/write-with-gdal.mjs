// Writes a GeoJSON file in other formats: node write-with-gdal.mjs <file> <what, as JSON>.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const require = createRequire(import.meta.url);
const [, , source, wanted] = process.argv;
const out = join(dirname(source), 'out');
mkdirSync(out);
const gdal = await require('gdal3.js/node.js')({
  path: relative(process.cwd(), join(dirname(require.resolve('gdal3.js/package.json')), 'dist/package')),
  dest: out,
  errorHandler: (line) => console.error(line),
  logHandler: () => {},
});
const { datasets } = await gdal.open(relative(process.cwd(), source));
for (const { file, driver, options = [], layers = [null] } of JSON.parse(wanted)) {
  for (const [order, layer] of layers.entries()) {
    const named = [...(layer ? ['-nln', layer] : []), ...(order > 0 ? ['-update'] : [])];
    await gdal.ogr2ogr(datasets[0], ['-f', driver, ...options, ...named], file.replace(/\.[^.]+$/, ''));
  }
}
process.exit(0);
