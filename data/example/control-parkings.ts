import type { Ring } from '#core/position.ts';
import { rectangle, setAsides } from './set-asides.ts';

/** Bicycle parkings without a camera, together the control of Åbrons cykelparkering: 52 thefts before, 50 after. */
export type ControlParking = {
  readonly key: string;
  readonly name: string;
  readonly ring: Ring;
  /** Thefts in the twelve months before the date at Åbron, in the twelve after it, and in the twelve after those. */
  readonly before: number;
  readonly after: number;
  readonly since: number;
};

export const controlParkings: readonly ControlParking[] = [
  {
    key: 'stationens-cykelparkering',
    name: 'Stationens cykelparkering',
    ring: setAsides.find(({ key }) => key === 'stationens-cykelparkering')!.ring,
    before: 16,
    after: 15,
    since: 14,
  },
  parking('cykel-kvarntorget', 'Kvarntorgets cykelparkering', [2803, 2840], 14, [12, 12, 13]),
  parking('cykel-biblioteket', 'Stadsbibliotekets cykelparkering', [3378, 2578], 4, [13, 11, 12]),
  parking('cykel-centralskolan', 'Centralskolans cykelparkering', [3540, 2842], 3, [11, 12, 10]),
];

function parking(
  key: string,
  name: string,
  at: readonly [number, number],
  angle_deg: number,
  [before, after, since]: readonly [number, number, number],
): ControlParking {
  return { key, name, ring: rectangle(at, 16, 8, angle_deg), before, after, since };
}
