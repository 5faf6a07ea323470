import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import { boxHolds } from '#core/geometry/box.ts';
import type { Position } from '#core/position.ts';
import { seededRandom, type Random } from '#core/random.ts';
import { SEED } from './frame.ts';
import { rowAlong, type Plot, type Row } from './frontage.ts';
import { withinBox, type Line } from './geometry/line.ts';
import { landmarkOn } from './landmarks.ts';
import { halfWidth_m, type Zone } from './main-streets.ts';
import { setAsides } from './set-asides.ts';
import type { StreetNet } from './street-net.ts';
import type { Building, BuildingUse } from './types.ts';
import type { ZoneUse } from './zone-seeds.ts';

/** A built plot with what its zone makes of it; parking lots are plots too. */
export type BuiltPlot = Plot & { readonly zone: Zone; readonly kind: BuildingUse | 'parking_lot' };

type Pass = {
  readonly kind: BuildingUse | 'parking_lot';
  readonly row: Row;
  readonly heights_m: readonly [number, number];
  readonly sheds: number;
};

export type Built = { readonly buildings: readonly Building[]; readonly plots: readonly BuiltPlot[] };

/** Every building: the landmarks on their set-aside ground, then zone by zone what stands along the streets. */
export function makeBuildings(net: StreetNet): Built {
  const buildings: Building[] = setAsides.flatMap((ground) => landmarkOn(ground) ?? []);
  const plots: BuiltPlot[] = [];
  for (const { rings } of buildings) net.ground.addRing('building', rings[0]!);
  net.zones.forEach((zone, index) => {
    const random = seededRandom(`${SEED} buildings ${zone.at.join(' ')}`);
    for (const pass of passesOf(zone.use, random)) {
      for (const plot of fill(zone, net.inside[index]!, net, pass, random)) {
        plots.push({ ...plot, zone, kind: pass.kind });
        if (pass.kind === 'parking_lot') continue;
        const [low, high] = pass.heights_m;
        const height_m = Math.round((low + (high - low) * random.next()) * 10) / 10;
        buildings.push({ key: `${pass.kind}-${buildings.length}`, use: pass.kind, height_m, rings: [plot.ring] });
      }
    }
  });
  return { buildings, plots };
}

function fill(zone: Zone, inside: readonly Line[], net: StreetNet, pass: Pass, random: Random): Plot[] {
  const { box } = zone;
  const isPlace = (middle: Position): boolean => boxHolds(box, middle) && pointInPolygon([zone.ring], middle);
  const lined = net.main.filter(
    ({ class: kind, line }) =>
      kind !== 'soft' && kind !== 'rail' && kind !== 'motorway' && line.some((at) => boxHolds(box, at, 40)),
  );
  const streets = [
    ...inside.map((line) => ({ line, half_m: halfWidth_m.residential as number, holds: () => true })),
    ...lined.flatMap(({ line, class: kind }) =>
      withinBox(line, box).map((piece) => ({ line: piece, half_m: halfWidth_m[kind as 'primary'], holds: isPlace })),
    ),
  ];
  return streets.flatMap(({ line, half_m, holds }) =>
    ([1, -1] as const).flatMap((side) => rowAlong(line, half_m, side, pass.row, net.ground, random, holds)),
  );
}

function passesOf(use: ZoneUse, random: Random): readonly Pass[] {
  const between = (low: number, high: number) => () => Math.round((low + (high - low) * random.next()) * 10) / 10;
  const often = (share: number, first: () => number, second: () => number) => () =>
    random.next() < share ? first() : second();
  const none = () => 0;
  const lots: Pass = {
    kind: 'parking_lot',
    heights_m: [0, 0],
    sheds: 0,
    row: {
      width_m: between(34, 58),
      depth_m: between(17, 34),
      setback_m: between(1.5, 2),
      gap_m: between(160, 300),
      built: 0.3,
      fromHouses_m: 4,
    },
  };
  const sheds: Pass = {
    kind: 'shed',
    heights_m: [2.5, 3.2],
    sheds: 0,
    row: {
      width_m: between(4, 6.5),
      depth_m: between(5.5, 7),
      setback_m: between(17, 23),
      gap_m: between(200, 460),
      built: 0.8,
      fromHouses_m: 1.2,
    },
  };
  const passes: Record<ZoneUse, readonly Pass[]> = {
    centre: [
      {
        kind: 'town_block',
        heights_m: [9, 19],
        sheds: 0,
        row: {
          width_m: between(18, 38),
          depth_m: between(11.5, 13.5),
          setback_m: () => 2.5,
          gap_m: often(0.86, none, between(3.5, 6)),
          built: 0.98,
          fromHouses_m: 0.6,
        },
      },
    ],
    old: [
      {
        kind: 'row_house',
        heights_m: [5, 8.5],
        sheds: 0,
        row: {
          width_m: between(11, 24),
          depth_m: between(8, 10.5),
          setback_m: between(1.5, 3),
          gap_m: often(0.4, none, between(6, 18)),
          built: 0.92,
          fromHouses_m: 2.5,
        },
      },
      sheds,
    ],
    villa: [
      {
        kind: 'villa',
        heights_m: [4.2, 7.6],
        sheds: 0.4,
        row: {
          width_m: between(9, 14.5),
          depth_m: between(7.5, 10.5),
          setback_m: between(5, 9),
          gap_m: between(18, 32),
          built: 0.92,
          fromHouses_m: 7,
        },
      },
      sheds,
    ],
    rows: [
      { ...lots, row: { ...lots.row, gap_m: between(300, 500), built: 0.25 } },
      {
        kind: 'row_house',
        heights_m: [5, 7.5],
        sheds: 0,
        row: {
          width_m: often(0.8, between(30, 58), between(10, 14)),
          depth_m: between(9, 10.5),
          setback_m: between(4, 7),
          gap_m: between(10, 22),
          built: 0.92,
          fromHouses_m: 7,
        },
      },
    ],
    estate: [
      lots,
      {
        kind: 'apartments',
        heights_m: [9.5, 12.5],
        sheds: 0,
        row: {
          width_m: often(0.62, between(11.5, 12.5), between(48, 74)),
          depth_m: (width) => (width < 20 ? between(38, 50)() : between(11.5, 12.5)()),
          setback_m: between(7, 9),
          gap_m: between(22, 30),
          built: 0.96,
          fromHouses_m: 15,
        },
      },
      {
        kind: 'apartments',
        heights_m: [24, 30],
        sheds: 0,
        row: {
          width_m: between(17, 20),
          depth_m: between(17, 20),
          setback_m: between(6, 10),
          gap_m: between(60, 110),
          built: 0.7,
          fromHouses_m: 14,
        },
      },
    ],
    industry: [
      lots,
      {
        kind: 'industry',
        heights_m: [6, 12],
        sheds: 0,
        row: {
          width_m: between(32, 86),
          depth_m: between(24, 46),
          setback_m: between(9, 15),
          gap_m: between(14, 34),
          built: 0.88,
          fromHouses_m: 12,
        },
      },
    ],
    harbour: [
      lots,
      {
        kind: 'industry',
        heights_m: [7, 16],
        sheds: 0,
        row: {
          width_m: between(36, 66),
          depth_m: between(18, 26),
          setback_m: between(6, 9),
          gap_m: between(12, 20),
          built: 0.85,
          fromHouses_m: 9,
        },
      },
    ],
    commercial: [
      lots,
      {
        kind: 'shop',
        heights_m: [6, 15],
        sheds: 0,
        row: {
          width_m: between(26, 52),
          depth_m: between(18, 30),
          setback_m: between(3.5, 6),
          gap_m: between(6, 16),
          built: 0.9,
          fromHouses_m: 6,
        },
      },
    ],
    forest: [],
    farmland: [],
  };
  return passes[use];
}
