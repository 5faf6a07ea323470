import { signedArea_m2 } from '#core/geometry/signed-area.ts';
import type { Ring } from '#core/position.ts';
import { extent } from './frame.ts';
import { outlineOf } from './geometry/faces.ts';
import { toCentimetre } from './landmarks.ts';
import type { Zone } from './main-streets.ts';
import type { Area } from './types.ts';

type District = { readonly code: string; readonly name: string; readonly population: number };

/** The survey's areas. Some 40 000 people in all. */
export const districts: readonly District[] = [
  { code: '01', name: 'Centrum', population: 6120 },
  { code: '02', name: 'Kyrkbyn', population: 1080 },
  { code: '03', name: 'Västermark', population: 4460 },
  { code: '04', name: 'Björkbacken', population: 3310 },
  { code: '05', name: 'Norrgärdet', population: 240 },
  { code: '06', name: 'Ekhagen', population: 5230 },
  { code: '07', name: 'Kvarngärdet', population: 2190 },
  { code: '08', name: 'Rosenäng', population: 5880 },
  { code: '09', name: 'Lugnvik', population: 2470 },
  { code: '10', name: 'Hamnen', population: 2950 },
  { code: '11', name: 'Söderhaga', population: 4380 },
  { code: '12', name: 'Tallåsen', population: 2340 },
];

/** Västermark was one area of the survey up to 2024 and is two from 2025: the part north of Västra vägen and the rest. */
const split = {
  until: '2024-12-31',
  from: '2025-01-01',
  north: { code: '03N', name: 'Västermark norra', population: 3240 },
  south: { code: '03S', name: 'Västermark södra', population: 1220 },
};
const southOfVästraVägen: readonly [number, number] = [800, 1850];

export function makeDistricts(zones: readonly Zone[]): Area[] {
  return districts.flatMap(({ code, name, population }): Area[] => {
    const own = zones.filter(({ district }) => district === name);
    if (name !== 'Västermark')
      return [{ code, name, population, validFrom: null, validTo: null, rings: [outline(own, name)] }];
    const isSouth = ({ at }: Zone): boolean => at[0] === southOfVästraVägen[0] && at[1] === southOfVästraVägen[1];
    return [
      { code, name, population, validFrom: null, validTo: split.until, rings: [outline(own, name)] },
      {
        ...split.north,
        validFrom: split.from,
        validTo: null,
        rings: [
          outline(
            own.filter((zone) => !isSouth(zone)),
            name,
          ),
        ],
      },
      { ...split.south, validFrom: split.from, validTo: null, rings: [outline(own.filter(isSouth), name)] },
    ];
  });
}

/** The whole municipality: as far as the example reaches. */
export function municipality(): Area {
  const [west, south, east, north] = extent;
  return {
    code: '9999',
    name: 'Exempelköpings kommun',
    population: districts.reduce((sum, { population }) => sum + population, 0),
    validFrom: null,
    validTo: null,
    rings: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

function outline(zones: readonly Zone[], name: string): Ring {
  const rings = outlineOf(zones.map(({ ring }) => ring)).filter((ring) => signedArea_m2(ring) > 0);
  if (rings.length !== 1) throw new Error(`${name} is ${rings.length} pieces, not one.`);
  return rings[0]!.map(toCentimetre);
}
