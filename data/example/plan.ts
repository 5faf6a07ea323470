import { spots, type Spot } from './spots.ts';
import type { StreetClass } from './types.ts';

/**
 * The hand-drawn plan of Exempelköping, in metres from its south-west corner: the lines that everything else fills.
 * `soft` lines part zones where no street runs (a forest's edge). `from` and `to` name the line that one begins or ends
 * on: it is drawn on to it and trimmed there. Longer than other files because it is a drawing.
 */
export type PlanLine = {
  readonly id: string;
  readonly name: string | null;
  readonly class: StreetClass | 'soft';
  readonly through: readonly Spot[];
  readonly from?: string;
  readonly to?: string;
};

export const riverThrough: readonly Spot[] = spots(
  '560,5060 700,4700 1080,4380 1130,4020 1480,3700 1640,3330 1960,3080 2330,2950 2560,2680 2610,2330 2860,2060 3230,1960 3540,1740 3760,1400 4120,1180 4480,1080 4800,960',
);

/** Half the river's width along its course, from the upper reach to the mouth. Metres. */
export const riverHalf_m: readonly number[] = [10, 11, 13, 16, 18, 17, 20, 26, 46];

/** The shore of the lake in the south-east; beyond it all is water. */
export const shoreThrough: readonly Spot[] = spots(
  '3880,-60 3960,160 4170,330 4230,560 4420,760 4640,860 4800,1000 4980,1120 5150,1080 5290,1180 5320,1360 5470,1480 5660,1440 5820,1540 6060,1560',
);

export const planLines: readonly PlanLine[] = [
  {
    id: 'E1',
    name: 'Förbifarten',
    class: 'motorway',
    through: spots('-60,4330 700,4420 1500,4600 2400,4640 3300,4500 4200,4240 5000,4120 6060,4130'),
  },
  {
    id: 'RAIL',
    name: null,
    class: 'rail',
    through: spots('-60,2960 700,3130 1400,3330 2100,3480 2800,3500 3500,3440 4200,3250 4900,2960 5500,2780 6060,2740'),
  },
  {
    id: 'W',
    name: 'Västra vägen',
    class: 'primary',
    through: spots('-60,2130 500,2200 1000,2330 1500,2340 2000,2390 2380,2470 2640,2500'),
  },
  {
    id: 'ST',
    name: 'Storgatan',
    class: 'secondary',
    through: spots('2640,2500 2900,2590 3150,2640 3420,2670 3700,2650'),
  },
  {
    id: 'E',
    name: 'Östra vägen',
    class: 'primary',
    through: spots('3700,2650 4100,2560 4600,2420 5100,2340 5600,2330 6060,2260'),
  },
  {
    id: 'N',
    name: 'Norra vägen',
    class: 'primary',
    through: spots('3460,5060 3360,4800 3290,4510 3250,4250 3180,3950 3170,3700 3230,3440 3240,3230'),
  },
  {
    id: 'NK',
    name: 'Kungsgatan',
    class: 'secondary',
    through: spots('3240,3230 3210,2950 3150,2640 3060,2350 3030,2030 3010,1900'),
  },
  {
    id: 'S',
    name: 'Södra vägen',
    class: 'primary',
    through: spots('3010,1900 2990,1700 3010,1400 3120,1050 3160,600 3060,250 3040,-60'),
  },
  {
    id: 'RW',
    name: 'Ringvägen',
    class: 'secondary',
    through: spots(
      '3070,1180 2650,1190 2150,1280 1700,1500 1420,1850 1330,2330 1330,2750 1380,3080 1420,3340 1560,3780 1900,4060 2400,4140 2850,4060 3200,4010 3650,3990 4150,3870 4500,3590 4680,3250 4740,3020 4700,2700 4640,2420 4620,2100 4500,1800 4280,1560 4000,1420 3700,1240 3400,1190 3070,1180',
    ),
  },
  {
    id: 'SO',
    name: 'Strandvägen',
    class: 'secondary',
    through: spots('4590,1990 4800,1820 5060,1700 5300,1720 5560,1700 5720,1850 5760,2100 5720,2340'),
    from: 'RW',
    to: 'E',
  },
  {
    id: 'RO',
    name: 'Rosenängsvägen',
    class: 'secondary',
    through: spots('4690,3190 4950,3270 5300,3260 5560,3060 5650,2760 5580,2320'),
    from: 'RW',
    to: 'E',
  },
  {
    id: 'TA',
    name: 'Tallåsvägen',
    class: 'secondary',
    through: spots('1330,2340 1180,1950 1120,1500 1300,1080 1700,800 2250,700 2750,760 3150,800'),
    from: 'W',
    to: 'S',
  },
  {
    id: 'VA',
    name: 'Västermarksvägen',
    class: 'secondary',
    through: spots('620,2210 500,2450 450,2720 520,3090 720,3420 1050,3560 1470,3580'),
    from: 'W',
    to: 'RW',
  },
  {
    id: 'KY',
    name: 'Kyrkvägen',
    class: 'residential',
    through: spots('2380,2480 2350,2200 2400,1850 2500,1500 2520,1190'),
    from: 'W',
    to: 'RW',
  },
  {
    id: 'BJ',
    name: 'Björkvägen',
    class: 'residential',
    through: spots('1900,4060 1960,3820 2120,3640 2480,3660 2860,3700 3180,3730'),
    from: 'RW',
    to: 'N',
  },
  {
    id: 'EK',
    name: 'Ekhagsvägen',
    class: 'residential',
    through: spots('3180,3760 3500,3700 3860,3640 4160,3520 4520,3560'),
    from: 'N',
    to: 'RW',
  },
  {
    id: 'JV',
    name: 'Järnvägsgatan',
    class: 'secondary',
    through: spots(
      '1985,2380 2070,2660 2270,2920 2440,3080 2640,3220 2880,3330 3240,3330 3640,3240 4060,3080 4400,2900 4720,2780',
    ),
    from: 'W',
    to: 'RW',
  },
  {
    id: 'VG',
    name: 'Vallgatan',
    class: 'secondary',
    through: spots('3720,3230 3760,2950 3700,2650 3700,2350 3640,2080 3500,1890'),
    from: 'JV',
  },
  {
    id: 'HA',
    name: 'Hamngatan',
    class: 'residential',
    through: spots('3680,2240 3950,2050 4180,1850 4310,1590'),
    from: 'VG',
    to: 'RW',
  },
  {
    id: 'KV',
    name: 'Kvarngärdesvägen',
    class: 'residential',
    through: spots('4100,3080 4150,2820 4110,2540'),
    from: 'JV',
    to: 'E',
  },
  {
    id: 'IN',
    name: 'Industrivägen',
    class: 'secondary',
    through: spots('3210,4200 3600,4240 4050,4120 4400,3940 4580,3760 4590,3620 4500,3540'),
    from: 'N',
    to: 'RW',
  },
  {
    id: 'I2',
    name: 'Verkstadsvägen',
    class: 'residential',
    through: spots('3240,4300 2800,4380 2300,4400 1850,4330 1720,3930'),
    from: 'N',
    to: 'RW',
  },
  {
    id: 'SH',
    name: 'Söderhagsvägen',
    class: 'residential',
    through: spots('3100,900 3450,860 3740,900 3880,1060 3840,1200 3720,1280'),
    from: 'S',
    to: 'RW',
  },
  {
    id: 'KJ',
    name: 'Kajgatan',
    class: 'residential',
    through: spots('4330,1640 4420,1480 4400,1330 4520,1230 4700,1150 4850,1130'),
    from: 'RW',
  },
  {
    id: 'LA',
    name: 'Lugnviksvägen',
    class: 'residential',
    through: spots('4640,2230 4980,2080 5360,2060 5750,2050'),
    from: 'RW',
    to: 'SO',
  },
  {
    id: 'GY',
    name: 'Gymnasiegatan',
    class: 'residential',
    through: spots('1750,2370 1830,2080 1790,1740 1890,1400'),
    from: 'W',
    to: 'RW',
  },
  {
    id: 'SL',
    name: 'Solvägen',
    class: 'residential',
    through: spots('930,2330 990,2620 960,2900 720,3050 500,2980'),
    from: 'W',
    to: 'VA',
  },
  {
    id: 'BA',
    name: 'Backvägen',
    class: 'residential',
    through: spots('1190,1960 1380,1900 1560,1560 1820,1200 2300,1040 2800,960 3130,980'),
    from: 'TA',
    to: 'S',
  },
  {
    id: 'r1',
    name: null,
    class: 'service',
    through: spots('2860,4600 3090,4520 3265,4370'),
    from: 'E1',
    to: 'N',
  },
  {
    id: 'r2',
    name: null,
    class: 'service',
    through: spots('3680,4400 3460,4420 3275,4390'),
    from: 'E1',
    to: 'N',
  },
  {
    id: 'r3',
    name: null,
    class: 'service',
    through: spots('2880,4540 2960,4620 3120,4650 3320,4680'),
    from: 'E1',
    to: 'N',
  },
  {
    id: 'r4',
    name: null,
    class: 'service',
    through: spots('3760,4330 3690,4420 3520,4520 3330,4700'),
    from: 'E1',
    to: 'N',
  },
  {
    id: 'HK',
    name: 'Hamnkajen',
    class: 'residential',
    through: spots('4060,1440 4170,1310 4320,1228 4500,1186 4640,1146 4710,1150'),
    from: 'RW',
    to: 'KJ',
  },
  // Edges without a street.
  {
    id: 'f1',
    name: null,
    class: 'soft',
    through: spots('1120,1560 800,1480 500,1640 330,1900 300,2160'),
    from: 'TA',
    to: 'W',
  },
  {
    id: 'f2',
    name: null,
    class: 'soft',
    through: spots('1220,1220 1000,900 1150,560 1700,380 2400,300 2900,380 3090,330'),
    from: 'TA',
    to: 'S',
  },
  {
    id: 'f3',
    name: null,
    class: 'soft',
    through: spots('3150,540 3500,520 3850,600 4080,820 4230,1130'),
    from: 'S',
    to: 'RIVER',
  },
  {
    id: 'f4',
    name: null,
    class: 'soft',
    through: spots('5630,2800 5860,2840 5940,3100 5750,3420 5300,3560 4900,3500 4590,3450'),
    from: 'RO',
    to: 'RW',
  },
  {
    id: 'f5',
    name: null,
    class: 'soft',
    through: spots('230,2170 190,2500 200,2800 240,3030'),
    from: 'W',
    to: 'RAIL',
  },
  {
    id: 'f6',
    name: null,
    class: 'soft',
    through: spots('400,3060 440,3320 640,3640 980,3770 1360,3820'),
    from: 'RAIL',
    to: 'RIVER',
  },
  {
    id: 'f7',
    name: null,
    class: 'soft',
    through: spots('4860,1790 4930,1500 4980,1130'),
    from: 'SO',
    to: 'SHORE',
  },
  {
    id: 'f8',
    name: null,
    class: 'soft',
    through: spots('5940,2290 5960,2000 5900,1550'),
    from: 'E',
    to: 'SHORE',
  },
  {
    id: 'f9',
    name: null,
    class: 'soft',
    through: spots('4560,3790 4800,3900 4900,4140'),
    from: 'IN',
    to: 'E1',
  },
  {
    id: 'f10',
    name: null,
    class: 'soft',
    through: spots('1640,3870 1380,4200 1290,4560'),
    from: 'RW',
    to: 'E1',
  },
  {
    id: 'f11',
    name: null,
    class: 'soft',
    through: spots('3500,1890 3440,1810'),
    to: 'RIVER',
  },
  {
    id: 'f13',
    name: null,
    class: 'soft',
    through: spots('3730,3200 3780,3390'),
    from: 'JV',
    to: 'RAIL',
  },
  {
    id: 'f12',
    name: null,
    class: 'soft',
    through: spots('4850,1130 4860,1040'),
    to: 'SHORE',
  },
];
