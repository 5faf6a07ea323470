import type { Clock } from '../../server/db/clock.ts';
import type { Gate } from '../../server/db/gate.ts';
import { putSetting } from '../../server/db/settings.ts';
import { toLonLat } from '#core/projection/sweref99tm.ts';
import { extent, TODAY } from './frame.ts';
import { generateExample } from './generate.ts';
import { loadCrimes } from './load-crimes.ts';
import { loadGround } from './load-ground.ts';
import { loadPeople } from './load-people.ts';
import { loadSites } from './load-sites.ts';
import { loadSurvey } from './load-survey.ts';
import { MASK_K } from './masking.ts';
import { wipeExample } from './wipe.ts';

/**
 * Makes Exempelköping and writes it through the importer's role, in several transactions that are short enough for the
 * embedded engine. The setting `instance` is written last: a database without it holds no example or half of one, and
 * whatever half there is, is wiped first. `report` is given a line for each part.
 */
export async function loadExample(gate: Gate, clock: Clock, report: (line: string) => void): Promise<void> {
  const example = generateExample();
  report(
    `Karta: ${example.buildings.length} byggnader, ${example.streets.length} gator, ${example.places.length} platser`,
  );
  await wipeExample(gate, example);
  await loadPeople(gate, example);
  await loadGround(gate, clock, example);
  report(`Områden och trygghetsmätning: ${example.surveyValues.length} värden`);
  await loadSurvey(gate, clock, example);
  report(`Anmälda brott: ${example.crimes.length} påhittade`);
  await loadCrimes(gate, clock, example);
  report(`Kameror: ${example.sites.flatMap(({ cameras }) => cameras).length} på ${example.sites.length} platser`);
  await loadSites(gate, clock, example);
  await gate.service('importer', async (tx) => {
    await putSetting(tx, 'mask', { k: MASK_K });
    await putSetting(tx, 'instance', { name: 'Exempelköping', example: true, today: TODAY, bounds: townBounds() });
  });
}

/** The opening view, WGS84: the built part of the town. */
function townBounds(): [number, number, number, number] {
  const [west, south, east, north] = extent;
  const inset_m = 350;
  const [w, s] = toLonLat([west + inset_m, south + inset_m]);
  const [e, n] = toLonLat([east - inset_m, north - inset_m]);
  return [w, s, e, n].map((degrees) => Math.round(degrees * 1e5) / 1e5) as [number, number, number, number];
}
