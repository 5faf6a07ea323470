/** What is built in a zone, and how its own streets run. */
export type ZoneUse =
  | 'centre'
  | 'old'
  | 'villa'
  | 'rows'
  | 'estate'
  | 'industry'
  | 'harbour'
  | 'commercial'
  | 'forest'
  | 'farmland';

export type ZoneSeed = {
  readonly district: string;
  /** A spot inside the zone, metres from the plan's corner. */
  readonly at: readonly [number, number];
  readonly use: ZoneUse;
  /** Which way its streets run, degrees counter-clockwise from east; how far apart; and how far apart cross streets. */
  readonly angle_deg: number;
  readonly apart_m: number;
  readonly cross_m: number;
  /** How much the streets bend, metres either way. */
  readonly bend_m: number;
};

function zone(
  district: string,
  at: readonly [number, number],
  use: ZoneUse,
  angle_deg: number,
  apart_m: number,
  cross_m: number,
  bend_m: number,
): ZoneSeed {
  return { district, at, use, angle_deg, apart_m, cross_m, bend_m };
}

export const zoneSeeds: readonly ZoneSeed[] = [
  zone('Centrum', [2950, 2950], 'centre', 14, 92, 104, 3),
  zone('Centrum', [3450, 2950], 'centre', 4, 94, 108, 3),
  zone('Centrum', [2800, 2350], 'centre', 14, 84, 96, 3),
  zone('Centrum', [3350, 2350], 'centre', 2, 90, 110, 4),
  zone('Centrum', [2800, 3400], 'estate', 2, 120, 200, 6),
  zone('Centrum', [3500, 3370], 'commercial', -12, 200, 220, 0),
  zone('Kyrkbyn', [2150, 2650], 'old', 20, 70, 90, 8),
  zone('Kyrkbyn', [1700, 2800], 'villa', 66, 98, 200, 16),
  zone('Söderhaga', [2150, 1900], 'old', 8, 92, 170, 12),
  zone('Söderhaga', [1600, 1900], 'villa', -70, 98, 220, 16),
  zone('Västermark', [1200, 2800], 'villa', 80, 98, 230, 20),
  zone('Västermark', [750, 2400], 'villa', 60, 98, 210, 18),
  zone('Västermark', [1000, 3400], 'rows', 18, 78, 190, 10),
  zone('Västermark', [350, 2600], 'farmland', 85, 98, 220, 14),
  zone('Västermark', [560, 3400], 'forest', 30, 98, 220, 12),
  zone('Västermark', [800, 1850], 'villa', 10, 98, 210, 22),
  zone('Björkbacken', [2300, 3900], 'villa', 4, 98, 210, 16),
  zone('Björkbacken', [2500, 3580], 'rows', 6, 76, 180, 10),
  zone('Norrgärdet', [2500, 4250], 'industry', 0, 160, 260, 6),
  zone('Norrgärdet', [3700, 4120], 'industry', -8, 150, 240, 6),
  zone('Norrgärdet', [2500, 4520], 'industry', 0, 160, 280, 4),
  zone('Norrgärdet', [4000, 4200], 'industry', -18, 160, 260, 4),
  zone('Ekhagen', [3700, 3560], 'estate', -10, 130, 240, 10),
  zone('Ekhagen', [3800, 3800], 'estate', -6, 130, 260, 12),
  zone('Norrgärdet', [3220, 4470], 'forest', 0, 98, 220, 0),
  zone('Norrgärdet', [3350, 4450], 'forest', 0, 98, 220, 0),
  zone('Kvarngärdet', [3900, 2800], 'commercial', 0, 130, 190, 4),
  zone('Kvarngärdet', [4400, 2650], 'rows', -14, 78, 170, 8),
  zone('Kvarngärdet', [4250, 3120], 'industry', -22, 150, 240, 2),
  zone('Rosenäng', [5150, 3100], 'estate', -4, 130, 250, 12),
  zone('Rosenäng', [5150, 2550], 'estate', -6, 126, 240, 14),
  zone('Rosenäng', [5750, 3200], 'forest', 60, 98, 210, 12),
  zone('Lugnvik', [5200, 2200], 'rows', -3, 78, 190, 10),
  zone('Lugnvik', [5200, 1880], 'villa', 2, 98, 200, 16),
  zone('Lugnvik', [5880, 1900], 'villa', 88, 98, 200, 12),
  zone('Hamnen', [3900, 1750], 'estate', -38, 118, 170, 5),
  zone('Hamnen', [4250, 2200], 'rows', -30, 84, 150, 8),
  zone('Hamnen', [4200, 1350], 'harbour', -30, 120, 220, 0),
  zone('Hamnen', [4350, 1170], 'harbour', -16, 90, 260, 0),
  zone('Hamnen', [4700, 1500], 'forest', -30, 120, 220, 0),
  zone('Söderhaga', [2750, 1600], 'rows', 82, 84, 190, 12),
  zone('Söderhaga', [3350, 1550], 'estate', 20, 120, 220, 8),
  zone('Söderhaga', [3450, 1020], 'rows', 2, 76, 170, 8),
  zone('Söderhaga', [3700, 700], 'farmland', 8, 98, 200, 14),
  zone('Tallåsen', [1260, 2130], 'villa', 70, 98, 200, 6),
  zone('Tallåsen', [1220, 1700], 'villa', -50, 98, 230, 20),
  zone('Tallåsen', [2700, 1080], 'villa', -2, 98, 220, 18),
  zone('Tallåsen', [1800, 550], 'forest', -8, 98, 210, 20),
];
