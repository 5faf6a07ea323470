import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import { boxHolds } from '#core/geometry/box.ts';
import { signedArea_m2 } from '#core/geometry/signed-area.ts';
import type { Position, Ring } from '#core/position.ts';
import type { BuiltPlot } from './buildings.ts';
import { extent } from './frame.ts';
import { facesOf } from './geometry/faces.ts';
import { parallel, smooth, type Line } from './geometry/line.ts';
import { toCentimetre } from './landmarks.ts';
import { zoneEdges, type Zone } from './main-streets.ts';
import { lakeRing, shoreLine } from './river.ts';
import { setAsides, type SetAsideKind } from './set-asides.ts';
import type { StreetNet } from './street-net.ts';
import type { Land, LandClass } from './types.ts';
import type { ZoneUse } from './zone-seeds.ts';

const ofZone: Record<ZoneUse, LandClass> = {
  centre: 'commercial',
  commercial: 'commercial',
  old: 'residential',
  villa: 'residential',
  rows: 'residential',
  estate: 'residential',
  industry: 'industrial',
  harbour: 'industrial',
  forest: 'forest',
  farmland: 'farmland',
};

const ofSetAside: Partial<Record<SetAsideKind, LandClass>> = {
  square: 'square',
  park: 'park',
  wood: 'forest',
  field: 'farmland',
  parking: 'parking',
  terminal: 'square',
};

/**
 * The land layer, the large and low first: zones and the country round the town, both up to the water's edge, then
 * parks, squares and car parks, then the water. Drawn in this order each is seen whole.
 */
export function makeLand(net: StreetNet, plots: readonly BuiltPlot[]): Land[] {
  const ground = groundFaces(net).map(({ ring, kind }, index) => row(`ground-${index}`, kind, null, ring));
  const setAside = setAsides.flatMap(({ key, kind, name, ring }) => {
    const land = ofSetAside[kind];
    return land ? [row(key, land, name, ring)] : [];
  });
  const lots = plots.flatMap(({ kind, ring }, index) =>
    kind === 'parking_lot' ? [row(`lot-${index}`, 'parking', null, ring)] : [],
  );
  return [
    ...ground,
    ...setAside,
    ...lots,
    row('lake', 'water', 'Köpingsjön', lakeRing()),
    row('river', 'water', 'Ån', net.river.ring),
  ];
}

function row(key: string, kind: LandClass, name: string | null, ring: Ring): Land {
  return { key, class: kind, name, polygons: [[ring.map(toCentimetre)]] };
}

/** The dry ground cut at streets, water and field edges, with what each piece is. */
function groundFaces(net: StreetNet): { ring: Ring; kind: LandClass }[] {
  const [west, south, east, north] = extent;
  const frame: Line = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const { river } = net;
  const banks = [parallel(river.middle, river.halfAt_m), parallel(river.middle, (share) => -river.halfAt_m(share))];
  const fields = fieldEdges(net.zones);
  const lake = lakeRing();
  return facesOf([...zoneEdges(net.main), ...fields, ...banks, shoreLine(), frame])
    .map((ring) => ({ ring, inside: insideOf(ring) }))
    .filter(({ inside }) => !pointInPolygon([river.ring], inside) && !pointInPolygon([lake], inside))
    .map(({ ring, inside }) => {
      const zone = net.zones.find(
        (candidate) => boxHolds(candidate.box, inside) && pointInPolygon([candidate.ring], inside),
      );
      return { ring, kind: zone ? ofZone[zone.use] : country(inside) };
    });
}

/** A position just inside a counter-clockwise ring. */
function insideOf(ring: Ring): Position {
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1]!;
    const [bx, by] = ring[index]!;
    const length = Math.hypot(bx - ax, by - ay);
    const by_m = Math.min(1, length / 4);
    const at: Position = [(ax + bx) / 2 - ((by - ay) / length) * by_m, (ay + by) / 2 + ((bx - ax) / length) * by_m];
    if (length > 0.5 && pointInPolygon([ring], at)) return at;
  }
  throw new Error(`A face without an inside: ${signedArea_m2(ring)} m².`);
}

/** Field and forest edges in the country: a bent grid, left out where the town lies. */
function fieldEdges(zones: readonly Zone[]): Line[] {
  const [west, south, east, north] = extent;
  const lines: Position[][] = [];
  for (let y = south + 180; y < north; y += 430) {
    lines.push(
      steps(west - 40, east + 40, 160).map((x): Position => [
        x,
        y + 70 * Math.sin(x / 310 + y) + 45 * Math.sin(x / 130 + y / 90),
      ]),
    );
  }
  for (let x = west + 260; x < east; x += 540) {
    lines.push(
      steps(south - 40, north + 40, 160).map((y): Position => [
        x + 80 * Math.sin(y / 290 + x) + 40 * Math.sin(y / 150 + x / 70),
        y,
      ]),
    );
  }
  return lines.map((line) => smooth(line, 20)).flatMap((line) => outside(line, zones));
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
}

/** The stretches of a line outside the town, each with one corner more at both ends, so that they meet its edge. */
function outside(line: Line, zones: readonly Zone[]): Line[] {
  const isInside = line.map((at) => zones.some(({ box, ring }) => boxHolds(box, at) && pointInPolygon([ring], at)));
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  line.forEach((at, index) => {
    const isNear = [index - 1, index, index + 1].some((near) => isInside[near] === false);
    if (isNear) piece.push(at);
    if (!isNear || index === line.length - 1) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
  });
  return pieces;
}

/** Forest in the north and west, fields along the river and in the south. */
function country([x, y]: Position): LandClass {
  const [west, south] = extent;
  const east_km = (x - west) / 1000;
  const north_km = (y - south) / 1000;
  const wave =
    Math.sin(east_km * 2.1 + 0.6) +
    Math.sin(north_km * 2.7 + east_km * 0.9) +
    Math.sin(east_km * 5.3 - north_km * 3.1) * 0.6;
  const lean = north_km > 4.2 ? 0.5 : east_km < 1.2 ? 0.1 : -0.25;
  return wave + lean > -0.15 ? 'forest' : 'farmland';
}
