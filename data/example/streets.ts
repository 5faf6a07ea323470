import { distance_m } from '#core/position.ts';
import { onGround } from './frame.ts';
import { length_m, stationAt, type Line } from './geometry/line.ts';
import { toCentimetre } from './landmarks.ts';
import { riverside } from './river.ts';
import { streetNamer } from './street-names.ts';
import type { StreetNet } from './street-net.ts';
import type { Street } from './types.ts';

/** Within this of Stortorget the centre's long streets are for people on foot. Metres. */
const ON_FOOT_M = 190;

/** The rows of the street layer, the main streets first: class, name and line. */
export function makeStreets(net: StreetNet): Street[] {
  const name = streetNamer(net.main.flatMap(({ name: given }) => given ?? []));
  const square = onGround([3092, 2686]);
  const main = net.main.flatMap(({ id, class: kind, name: given, line }) =>
    kind === 'soft' ? [] : [row(`main-${id}`, kind, given, line)],
  );
  const inside = net.zones.flatMap(({ district, use }, zone) =>
    net.inside[zone]!.map((line, index) => {
      const isLong = length_m(line) > 130;
      const isOnFoot =
        use === 'centre' && isLong && distance_m(stationAt(line, length_m(line) / 2).at, square) < ON_FOOT_M;
      return row(
        `zone-${zone}-${index}`,
        isOnFoot ? 'pedestrian' : 'residential',
        isLong || use !== 'villa' ? name(district, use) : null,
        line,
      );
    }),
  );
  const paths = [
    row('path-east', 'path', 'Åpromenaden', riverside(net.river, 1, 7, 0.27, 0.83)),
    row('path-west', 'path', 'Strandstigen', riverside(net.river, -1, 7, 0.24, 0.8)),
  ];
  return [...main, ...inside, ...paths];
}

function row(key: string, kind: Street['class'], name: string | null, line: Line): Street {
  return { key, class: kind, name, lines: [line.map(toCentimetre)] };
}
