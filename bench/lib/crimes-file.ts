import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { seededRandom } from '#core/random.ts';

const types = [
  'Narkotikabrott',
  'Skadegörelse',
  'Stöld ur fordon',
  'Cykelstöld',
  'Misshandel',
  'Rån',
  'Ordningsstörning',
  'Inbrott',
];

/**
 * Writes a delimited file of invented crimes as a register gives them: an own number, a time to the minute, degrees, and
 * columns that are not kept. Three years around a dozen places; one row in fifty has no position.
 */
export async function writeCrimes(path: string, rows: number): Promise<void> {
  const random = seededRandom('bench crimes');
  const centres = Array.from({ length: 12 }, () => [
    random.integer(535_000, 545_000),
    random.integer(6_575_000, 6_585_000),
  ]);
  const start = Date.UTC(2023, 0, 1);
  const minutes = 3 * 365 * 24 * 60;
  const file = createWriteStream(path);
  file.write('nummer;tidpunkt;lon;lat;område;plats;brottstyp;beslut\n');
  for (let row = 0; row < rows; row += 1) {
    const [east = 0, north = 0] = random.pick(centres);
    const at = new Date(start + random.integer(0, minutes) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
    const [lon, lat] = toLonLat([random.normal(east, 600), random.normal(north, 600)]);
    const position = row % 50 === 0 ? ';' : `${lon.toFixed(6)};${lat.toFixed(6)}`;
    const line = `${1_000_000 + row};${at};${position};Område ${row % 40};Vid eller nära Storgatan ${row % 200};${random.pick(types)};Utredningen nedlagd\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
