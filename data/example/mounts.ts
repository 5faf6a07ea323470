import type { MountStage } from '#core/wire/mounts.ts';
import { distance_m, type Position } from '#core/position.ts';
import { seededRandom } from '#core/random.ts';
import { onGround, SEED } from './frame.ts';
import { policeMarking } from './markings.ts';
import type { Spot } from './spots.ts';
import type { Mast, PlannedMount } from './types.ts';

type Plan = {
  readonly near: Spot;
  readonly name: string;
  readonly stage: MountStage;
  readonly since: string;
  readonly waiting?: readonly [PlannedMount['waitingFor'], string, string];
  readonly priority?: readonly [number, string];
};

/** KP-01 first: waiting for its right of use since 2 March 2026. KP-04 and KP-17 are withheld, the others masked. */
const plans: readonly Plan[] = [
  {
    near: [3240, 3330],
    name: 'Norra vägen vid Järnvägsgatan',
    stage: 'designed',
    since: '2025-11-24',
    waiting: ['right_of_use', '2026-03-02', 'tekniska'],
    priority: [1, 'Flest anmälda brott vid resecentrum'],
  },
  {
    near: [3150, 2640],
    name: 'Storgatan vid Kungsgatan',
    stage: 'prioritised',
    since: '2026-01-19',
    priority: [2, 'Våld kvällstid, polisens egen bevakning'],
  },
  {
    near: [5010, 2600],
    name: 'Rosenängs torg, södra',
    stage: 'right_of_use',
    since: '2026-02-09',
    waiting: ['power', '2026-04-13', 'tekniska'],
    priority: [3, 'Öppen narkotikaförsäljning'],
  },
  {
    near: [2720, 2240],
    name: 'Parken vid Åbron',
    stage: 'designed',
    since: '2026-03-16',
    waiting: ['right_of_use', '2026-05-04', 'tekniska'],
    priority: [4, 'Öppen drogscen'],
  },
  {
    near: [3600, 3660],
    name: 'Ekhagens centrum, norra',
    stage: 'power_and_fibre',
    since: '2026-05-11',
    waiting: ['mounting', '2026-06-01', 'bostader'],
    priority: [5, 'Narkotika och skadegörelse'],
  },
  {
    near: [3430, 3330],
    name: 'Bussterminalen, östra',
    stage: 'mounted',
    since: '2026-08-24',
    priority: [6, 'Kompletterar terminalen'],
  },
  {
    near: [3860, 2800],
    name: 'Kvarngallerian, södra',
    stage: 'right_of_use',
    since: '2026-01-26',
    waiting: ['fibre', '2026-03-23', 'tekniska'],
    priority: [7, 'Stölder och ordningsstörningar'],
  },
  { near: [5180, 3100], name: 'Rosenängsparken, östra', stage: 'wished', since: '2026-06-15' },
  { near: [2960, 2620], name: 'Storgatan, västra', stage: 'wished', since: '2026-06-15' },
  {
    near: [3700, 2650],
    name: 'Östra vägen vid Vallgatan',
    stage: 'prioritised',
    since: '2026-04-20',
    priority: [8, 'Utfart från centrum'],
  },
  {
    near: [2640, 2500],
    name: 'Åbron, östra fästet',
    stage: 'designed',
    since: '2026-04-27',
    waiting: ['right_of_use', '2026-06-08', 'tekniska'],
  },
  { near: [4640, 2420], name: 'Östra vägen vid Ringvägen', stage: 'in_operation', since: '2025-06-02' },
  { near: [1330, 2340], name: 'Västra vägen vid Ringvägen', stage: 'in_operation', since: '2025-06-02' },
  { near: [3200, 4010], name: 'Norra vägen vid Ringvägen', stage: 'in_operation', since: '2025-09-15' },
  {
    near: [3070, 1180],
    name: 'Södra vägen vid Ringvägen',
    stage: 'power_and_fibre',
    since: '2026-02-16',
    waiting: ['mounting', '2026-03-09', 'tekniska'],
  },
  { near: [3760, 3880], name: 'Ekhagsskolan, gångstråket', stage: 'wished', since: '2026-07-06' },
  {
    near: [4980, 2640],
    name: 'Rosenängs torg, parkeringen',
    stage: 'prioritised',
    since: '2026-05-18',
    priority: [9, 'Bilbrott i serie'],
  },
  {
    near: [4000, 2880],
    name: 'Kvarngallerians parkering',
    stage: 'designed',
    since: '2026-03-30',
    waiting: ['right_of_use', '2026-05-25', 'parkering'],
  },
  { near: [2880, 3330], name: 'Järnvägsgatan, västra', stage: 'wished', since: '2026-08-10' },
  { near: [3560, 940], name: 'Söderhagaskolan, gångstråket', stage: 'not_current', since: '2026-02-02' },
  { near: [2100, 2390], name: 'Västra vägen vid gymnasiet', stage: 'wished', since: '2026-08-10' },
  {
    near: [4330, 1640],
    name: 'Hamninfarten',
    stage: 'designed',
    since: '2026-01-12',
    waiting: ['power', '2026-02-23', 'tekniska'],
  },
  { near: [5300, 3240], name: 'Rosenängsvägen, norra', stage: 'wished', since: '2026-08-31' },
  {
    near: [3480, 3760],
    name: 'Ekhagsvägen vid kyrkan',
    stage: 'right_of_use',
    since: '2026-06-22',
    waiting: ['power', '2026-07-20', 'tekniska'],
  },
  { near: [1180, 2420], name: 'Västermarks centrum', stage: 'wished', since: '2026-09-07' },
  {
    near: [3000, 2000],
    name: 'Kungsbron',
    stage: 'prioritised',
    since: '2026-06-29',
    priority: [10, 'Knyter ihop centrum och Söderhaga'],
  },
  { near: [5420, 2090], name: 'Lugnviks centrum', stage: 'not_current', since: '2026-03-23' },
  { near: [3060, 4160], name: 'Handelsplatsen, infarten', stage: 'wished', since: '2026-09-14' },
  { near: [4700, 2780], name: 'Järnvägsgatan vid Ringvägen', stage: 'ended', since: '2025-12-15' },
  { near: [2560, 3100], name: 'Kvarnbron', stage: 'wished', since: '2026-09-21' },
];
const withheld: ReadonlySet<string> = new Set(['KP-04', 'KP-17']);

/** The police's thirty planned mounts, each on the mast nearest to where it is wanted. */
export function makeMounts(masts: readonly Mast[]): PlannedMount[] {
  const random = seededRandom(`${SEED} mounts`);
  return plans.map(({ near, name, stage, since, waiting, priority }, index): PlannedMount => {
    const code = `KP-${String(index + 1).padStart(2, '0')}`;
    return {
      id: random.uuid(),
      code,
      name,
      stage,
      stageSince: since,
      waitingFor: waiting?.[0] ?? null,
      waitingSince: waiting?.[1] ?? null,
      waitingOn: waiting?.[2] ?? null,
      priority: priority?.[0] ?? null,
      priorityReason: priority?.[1] ?? null,
      at: nearest(masts, onGround(near)),
      marking: policeMarking(withheld.has(code) ? 'withheld' : 'masked', since, random),
    };
  });
}

function nearest(masts: readonly Mast[], to: Position): Position {
  return masts.reduce((best, mast) => (distance_m(mast.at, to) < distance_m(best.at, to) ? mast : best), masts[0]!).at;
}
