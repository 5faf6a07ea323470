import { seededRandom } from '#core/random.ts';
import { Ground } from './geometry/ground.ts';
import type { Line } from './geometry/line.ts';
import { halfWidth_m, mainStreets, zonesOf, type MainStreet, type Zone } from './main-streets.ts';
import { lakeRing, makeRiver, type River } from './river.ts';
import { setAsides } from './set-asides.ts';
import { SEED } from './frame.ts';
import { zoneStreets } from './zone-streets.ts';

export type StreetNet = {
  readonly river: River;
  readonly main: readonly MainStreet[];
  readonly zones: readonly Zone[];
  /** The streets inside each zone, in the order of `zones`. */
  readonly inside: readonly (readonly Line[])[];
  /** What is taken: layers water, rail, soft, motorway, street, setAside. */
  readonly ground: Ground;
};

/** River, main streets, zones and the streets that fill them. */
export function makeStreetNet(): StreetNet {
  const river = makeRiver();
  const main = mainStreets(river);
  const zones = zonesOf(main, river);
  const ground = new Ground();
  river.middle.slice(1).forEach((to, index) => {
    ground.addLine('water', [river.middle[index]!, to], river.halfAt_m((index + 1) / river.middle.length));
  });
  ground.addRing('water', lakeRing());
  for (const { ring } of setAsides) ground.addRing('setAside', ring);
  for (const street of main) {
    const isEdge = street.class === 'soft' || street.class === 'rail' || street.class === 'motorway';
    ground.addLine(
      isEdge ? street.class : 'street',
      street.line,
      street.class === 'soft' ? 0 : halfWidth_m[street.class],
    );
  }
  const open = main.filter((street) => !['soft', 'rail', 'motorway'].includes(street.class)).map(({ line }) => line);
  const inside = zones.map((zone) => {
    const random = seededRandom(`${SEED} streets ${zone.at.join(' ')}`);
    const streets = zoneStreets(zone, open, ground, random);
    for (const line of streets) ground.addLine('street', line, halfWidth_m.residential);
    return streets;
  });
  return { river, main, zones, inside, ground };
}
