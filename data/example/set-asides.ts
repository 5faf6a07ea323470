import type { Position, Ring } from '#core/position.ts';
import { onGround } from './frame.ts';
import { smooth } from './geometry/line.ts';
import { spots, type Spot } from './spots.ts';

/** Ground kept for something of its own before streets and houses fill the rest. */
export type SetAsideKind =
  | 'square'
  | 'park'
  | 'wood'
  | 'field'
  | 'parking'
  | 'cycle_parking'
  | 'garage'
  | 'school'
  | 'church'
  | 'health'
  | 'station'
  | 'public'
  | 'mall'
  | 'terminal';

export type SetAside = {
  readonly key: string;
  readonly kind: SetAsideKind;
  readonly name: string;
  readonly ring: Ring;
  /** Which way its buildings stand, degrees counter-clockwise from east. */
  readonly angle_deg: number;
};

/** A rectangle about a spot of the plan. */
export function rectangle([x, y]: Spot, width_m: number, depth_m: number, angle_deg: number): Ring {
  const cos = Math.cos((angle_deg * Math.PI) / 180);
  const sin = Math.sin((angle_deg * Math.PI) / 180);
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ] as const;
  return corners.map(([i, j]): Position => {
    const u = (i * width_m) / 2;
    const v = (j * depth_m) / 2;
    return onGround([x + u * cos - v * sin, y + u * sin + v * cos]);
  });
}

function box(
  kind: SetAsideKind,
  key: string,
  name: string,
  at: Spot,
  width_m: number,
  depth_m: number,
  angle_deg: number,
): SetAside {
  return { kind, key, name, ring: rectangle(at, width_m, depth_m, angle_deg), angle_deg };
}

/** Soft-edged ground through the given spots. */
function shape(kind: SetAsideKind, key: string, name: string, through: readonly Spot[]): SetAside {
  const round = [...through.slice(-2), ...through, ...through.slice(0, 2)].map(onGround);
  const curve = smooth(round, 14);
  // The doubled ends only lead the curve in and out; keep one full round.
  const first = onGround(through[0]!);
  const start = curve.findIndex(([x, y]) => x === first[0] && y === first[1]);
  const end = curve.findLastIndex(([x, y]) => x === first[0] && y === first[1]);
  return { kind, key, name, ring: curve.slice(start, end + 1), angle_deg: 0 };
}

export const setAsides: readonly SetAside[] = [
  // Centrum
  box('square', 'stortorget', 'Stortorget', [3092, 2686], 86, 70, 14),
  box('square', 'stationstorget', 'Stationstorget', [3322, 3360], 70, 38, -10),
  box('square', 'kvarntorget', 'Kvarntorget', [2790, 2830], 46, 38, 14),
  box('station', 'stationen', 'Exempelköpings station', [3330, 3412], 92, 26, -8),
  box('terminal', 'bussterminalen', 'Bussterminalen', [3440, 3360], 90, 46, -12),
  box('cycle_parking', 'stationens-cykelparkering', 'Stationens cykelparkering', [3256, 3410], 40, 22, -6),
  box('parking', 'stationsparkeringen', 'Stationsparkeringen', [2930, 3424], 120, 56, 3),
  box('garage', 'p-huset-kvarnen', 'P-huset Kvarnen', [2590, 3060], 64, 36, 44),
  box('cycle_parking', 'abrons-cykelparkering', 'Åbrons cykelparkering', [2678, 2552], 56, 22, 14),
  shape(
    'park',
    'parken-vid-abron',
    'Parken vid Åbron',
    spots('2650,2460 2740,2480 2780,2380 2790,2250 2770,2180 2700,2260 2655,2360'),
  ),
  shape(
    'park',
    'jarnvagsparken',
    'Järnvägsparken',
    spots('2560,3330 2640,3440 2780,3450 2810,3380 2700,3310 2600,3270'),
  ),
  box('church', 'metodistkyrkan', 'Immanuelskyrkan', [3420, 2760], 56, 44, 4),
  box('public', 'radhuset', 'Rådhuset', [3074, 2801], 66, 42, 14),
  box('public', 'biblioteket', 'Stadsbiblioteket', [3380, 2560], 60, 46, 4),
  box('health', 'vardcentralen-kvarnen', 'Vårdcentralen Kvarnen', [2903, 2759], 50, 38, 14),
  box('school', 'centralskolan', 'Centralskolan', [3540, 2880], 120, 96, 3),
  box('parking', 'vallgatans-parkering', 'Vallgatans parkering', [3640, 2480], 74, 52, 2),
  // Kyrkbyn
  box('church', 'sankt-olof', 'Sankt Olofs kyrka', [2250, 2490], 120, 84, 12),
  shape(
    'park',
    'kyrkangen',
    'Kyrkängen',
    spots('1700,3230 1960,3030 2200,2940 2180,2880 1950,2930 1740,3020 1560,3210'),
  ),
  box('school', 'kyrkskolan', 'Kyrkskolan', [1650, 2560], 130, 100, 4),
  // Västermark
  box('school', 'vastermarksskolan', 'Västermarksskolan', [1080, 2640], 170, 130, 80),
  shape('park', 'vastervallen', 'Västervallen', spots('640,2520 830,2500 880,2680 850,2840 690,2860 600,2700')),
  box('mall', 'vastermarks-torg', 'Västermarks centrum', [1180, 2450], 84, 50, 0),
  box('parking', 'vastermarks-parkering', 'Västermarks centrumparkering', [1090, 2420], 70, 44, 0),
  shape('wood', 'vasterskogen', 'Västerskogen', spots('420,2060 640,2080 780,1960 700,1760 560,1700 400,1860')),
  box('church', 'vastermarkskyrkan', 'Västermarkskyrkan', [1000, 2450], 50, 44, 0),
  // Björkbacken
  box('school', 'bjorkskolan', 'Björkskolan', [2440, 3900], 180, 130, 2),
  shape('wood', 'bjorkbackens-skog', 'Björkskogen', spots('2820,3960 3060,3930 3110,3820 2960,3790 2800,3840')),
  box('parking', 'bjorkbackens-parkering', 'Björkbackens parkering', [2250, 3700], 76, 40, 8),
  // Ekhagen
  box('parking', 'ekhagens-pendlarparkering', 'Ekhagens pendlarparkering', [3310, 3915], 108, 58, -2),
  box('school', 'ekhagsskolan', 'Ekhagsskolan', [3760, 3830], 150, 110, -8),
  box('church', 'ekhagskyrkan', 'Ekhagskyrkan', [3480, 3780], 50, 40, -10),
  box('health', 'vardcentralen-ekhagen', 'Vårdcentralen Ekhagen', [3560, 3900], 56, 40, -4),
  box('mall', 'ekhagens-centrum', 'Ekhagens centrum', [3600, 3620], 90, 54, -12),
  box('parking', 'ekhagens-centrumparkering', 'Ekhagens centrumparkering', [3690, 3590], 64, 44, -12),
  shape('park', 'ekhagsparken', 'Ekhagsparken', spots('3900,3740 4100,3720 4220,3640 4240,3740 4080,3820 3930,3830')),
  // Norrgärdet
  box('parking', 'norrgardets-infart', 'Norrgärdets infartsparkering', [3330, 4140], 90, 60, 0),
  box('mall', 'norrgallerian', 'Norrgärdets handelsplats', [3080, 4180], 120, 76, 4),
  box('parking', 'norrgallerians-parkering', 'Handelsplatsens parkering', [2950, 4180], 110, 84, 4),
  // Kvarngärdet
  box('mall', 'kvarngallerian', 'Kvarngallerian', [3860, 2870], 110, 80, -2),
  box('parking', 'kvarngallerians-parkering', 'Kvarngallerians parkering', [3990, 2860], 110, 92, -2),
  box('parking', 'kvarngardets-parkering', 'Kvarngärdets parkering', [4390, 2600], 70, 40, -14),
  shape('park', 'kvarnparken', 'Kvarnparken', spots('4440,2790 4580,2740 4600,2640 4500,2640 4420,2700')),
  // Rosenäng
  box('mall', 'rosenangs-torg', 'Rosenängs torg', [5010, 2660], 86, 52, -6),
  box('parking', 'rosenangs-torgparkering', 'Rosenängs torgparkering', [4910, 2630], 84, 56, -6),
  box('school', 'rosenangsskolan', 'Rosenängsskolan', [5340, 2660], 160, 120, -8),
  box('health', 'vardcentralen-rosenang', 'Vårdcentralen Rosenäng', [5120, 2680], 50, 40, -6),
  box('church', 'rosenangskyrkan', 'Rosenängskyrkan', [5250, 3160], 46, 40, -4),
  shape('park', 'rosenangsparken', 'Rosenängsparken', spots('4960,3160 5160,3150 5180,3050 5020,3020 4920,3080')),
  box('parking', 'rosenangs-norra', 'Rosenängs norra parkering', [5440, 3080], 80, 44, -30),
  // Lugnvik
  box('school', 'lugnviksskolan', 'Lugnviksskolan', [5060, 2210], 150, 90, -6),
  shape(
    'wood',
    'lugnviksskogen',
    'Lugnviksskogen',
    spots('5080,1620 5280,1640 5480,1620 5560,1560 5440,1540 5260,1480 5220,1300 5080,1240 5010,1400'),
  ),
  box('parking', 'lugnviks-badparkering', 'Lugnviksbadets parkering', [5660, 1560], 60, 36, 10),
  box('mall', 'lugnviks-centrum', 'Lugnviks centrum', [5420, 2120], 66, 40, -1),
  // Hamnen
  box('parking', 'hamnparkeringen', 'Hamnparkeringen', [4150, 1540], 90, 50, -32),
  box('square', 'hamnplan', 'Hamnplan', [4500, 1140], 150, 34, -16),
  shape('park', 'hamnparken', 'Hamnparken', spots('3640,1700 3760,1760 3850,1600 3900,1480 3840,1450 3760,1540')),
  box('school', 'hamnskolan', 'Hamnskolan', [4330, 2230], 130, 92, -28),
  box('church', 'hamnkapellet', 'Hamnkapellet', [4040, 1830], 40, 34, -38),
  // Söderhaga
  box('health', 'sjukhuset', 'Exempelköpings sjukhus', [3140, 1640], 190, 150, 6),
  box('parking', 'sjukhusets-parkering', 'Sjukhusets parkering', [3150, 1490], 120, 60, 6),
  shape(
    'park',
    'stadsparken',
    'Stadsparken',
    spots('2560,2180 2700,2040 2880,1930 2950,1890 2930,1790 2780,1800 2620,1860 2520,1990'),
  ),
  box('school', 'agymnasiet', 'Ågymnasiet', [2180, 2200], 190, 120, 8),
  box('parking', 'agymnasiets-parkering', 'Ågymnasiets parkering', [2040, 2190], 56, 48, 8),
  box('school', 'soderhagaskolan', 'Söderhagaskolan', [3560, 960], 140, 90, 0),
  shape('park', 'soderparken', 'Söderparken', spots('2040,1560 2240,1500 2380,1440 2360,1340 2180,1380 2040,1460')),
  box('parking', 'idrottshallens-parkering', 'Idrottshallens parkering', [2700, 1290], 90, 50, 0),
  box('public', 'idrottshallen', 'Söderhaga idrottshall', [2790, 1290], 70, 52, 0),
  // Tallåsen
  box('school', 'tallasskolan', 'Tallåsskolan', [1620, 1030], 150, 110, -34),
  shape(
    'wood',
    'tallasskogen',
    'Tallåsskogen',
    spots('1250,1830 1360,1740 1440,1540 1460,1380 1340,1360 1220,1500 1190,1700'),
  ),
  shape('wood', 'soderskogen', 'Söderskogen', spots('1960,1000 2160,950 2420,900 2460,840 2240,790 1980,840 1880,920')),
  shape('field', 'tallasangen', 'Tallåsängen', spots('1150,900 1290,760 1480,620 1400,500 1180,640 1080,800')),
  shape('wood', 'klockarskogen', 'Klockarskogen', spots('2280,560 2560,600 2760,560 2700,420 2460,380 2260,440')),
];
