import type { PlaceTypeCode } from '#core/evidence/place-types.ts';
import { distance_m, type Position, type Ring } from '#core/position.ts';
import type { BuiltPlot } from './buildings.ts';
import { controlParkings } from './control-parkings.ts';
import { onGround } from './frame.ts';
import { beside, courseOf } from './geometry/line.ts';
import { landmarkOn, toCentimetre } from './landmarks.ts';
import { halfWidth_m } from './main-streets.ts';
import { rectangle, setAsides, type SetAsideKind } from './set-asides.ts';
import { spots } from './spots.ts';
import type { StreetNet } from './street-net.ts';
import type { Place, Street } from './types.ts';

const ofSetAside: Partial<Record<SetAsideKind, PlaceTypeCode>> = {
  parking: 'PARKING_LOT',
  cycle_parking: 'BICYCLE_PARKING',
  garage: 'PARKING_GARAGE',
  station: 'STATION',
  terminal: 'STATION',
  school: 'SCHOOL',
  church: 'PLACE_OF_WORSHIP',
  health: 'HEALTH_CENTRE',
  square: 'CITY_CENTRE',
  mall: 'CITY_CENTRE',
  park: 'PARK',
};

/** How far apart bus stops stand along a main street, metres. */
const STOPS_M = 430;

/** Playgrounds: in parks and estates. */
const playgrounds = spots(
  '760,2560 1900,2960 2690,1900 3990,3770 5080,3100 4520,2690 2300,1430 3780,1640 3480,3590 4330,3470 5250,2450 3420,1620 4020,1900 2140,3520 5130,1450',
);

/** Bicycle parkings beside those of the named cases: at schools, centres and halls. */
const bicycles = spots('2155,2265 1190,2410 3560,3585 5030,2620 5400,2090 2880,1330 2420,3825 1060,2555 3700,3770');

/** Everything that is a place of a type, from what was drawn and what was built. */
export function makePlaces(net: StreetNet, plots: readonly BuiltPlot[], streets: readonly Street[]): Place[] {
  const by = (kind: string, at: Position): string => `${kind} vid ${nearestName(streets, at)}`;
  const drawn = setAsides.flatMap((ground): Place[] => {
    const placeType = ofSetAside[ground.kind];
    if (!placeType) return [];
    const ring = ground.kind === 'garage' ? landmarkOn(ground)!.rings[0]! : ground.ring;
    return [area(ground.key, placeType, ground.name, ring)];
  });
  const lots = plots.flatMap((plot, index) =>
    plot.kind === 'parking_lot' ? [area(`lot-${index}`, 'PARKING_LOT', by('Parkeringen', plot.middle), plot.ring)] : [],
  );
  const estates = net.zones
    .filter(({ use }) => use === 'estate')
    .map(({ district, ring, at }) =>
      area(`estate-${at.join('-')}`, 'RESIDENTIAL', `${district}, flerbostadshus`, ring),
    );
  return [
    ...drawn,
    area('drogscen-abron', 'OPEN_DRUG_SCENE', 'Parken vid Åbron, södra delen', rectangle([2728, 2290], 56, 90, 8)),
    ...lots,
    ...playgrounds.map((at, index) =>
      point(`playground-${index}`, 'PLAYGROUND', by('Lekplatsen', onGround(at)), onGround(at)),
    ),
    ...controlParkings.slice(1).map(({ key, name, ring }) => area(key, 'BICYCLE_PARKING', name, ring)),
    ...bicycles.map((at, index) =>
      point(`bicycles-${index}`, 'BICYCLE_PARKING', by('Cykelparkeringen', onGround(at)), onGround(at)),
    ),
    ...stops(net),
    ...estates,
  ];
}

function area(key: string, placeType: PlaceTypeCode, name: string | null, ring: Ring): Place {
  return { key, placeType, name, geometry: { type: 'Polygon', rings: [ring.map(toCentimetre)] } };
}

function point(key: string, placeType: PlaceTypeCode, name: string | null, at: readonly [number, number]): Place {
  return { key, placeType, name, geometry: { type: 'Point', at: toCentimetre(at) } };
}

/** Bus stops along the primary and secondary streets inside the town, on alternate sides. */
function stops(net: StreetNet): Place[] {
  return net.main.flatMap(({ id, name, class: kind, line }) => {
    if (kind !== 'primary' && kind !== 'secondary') return [];
    const course = courseOf(line);
    const count = Math.floor(course.length_m / STOPS_M);
    return Array.from({ length: count }, (_, index) => {
      const side = index % 2 === 0 ? 1 : -1;
      const at = beside(course.stationAt((index + 0.6) * STOPS_M), side * (halfWidth_m[kind] + 1.6));
      return point(`stop-${id}-${index}`, 'TRANSIT_STOP', `${name} ${index + 1}`, at);
    }).filter(
      ({ geometry }) => geometry.type === 'Point' && net.ground.isFreeAt(geometry.at, { water: 3, building: 0.5 }),
    );
  });
}

/** The name of the street that comes closest to a position. */
function nearestName(streets: readonly Street[], at: Position): string {
  let best = '';
  let least = Infinity;
  for (const { name, class: kind, lines } of streets) {
    if (!name || kind === 'motorway' || kind === 'path') continue;
    const distance = Math.min(...lines.flat().map((corner) => distance_m(corner, at)));
    if (distance < least) [least, best] = [distance, name];
  }
  return best;
}
