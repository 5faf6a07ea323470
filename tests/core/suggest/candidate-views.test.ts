import { describe, expect, test } from 'vitest';
import { pointInView } from '#core/coverage/point-in-view.ts';
import { candidatesAt, makeScene, viewFrom, type Scene } from '#core/suggest/candidate-views.ts';
import type { Mount } from '#core/suggest/input.ts';
import { demandWeigher } from '#core/suggest/weigh-demand.ts';
import { at, mast, randomTown } from './town.ts';

const MINIMUM = 12;

function sceneOf(seed: number): { scene: Scene; mounts: readonly Mount[] } {
  const town = randomTown(seed);
  const scene = makeScene(
    town.demand.map(demandWeigher(town.places, town.covered)),
    town.buildings,
    town.camera,
    MINIMUM,
  );
  const facades = [at(41, 20), at(100, 119), at(60, 150)].map((position, number) =>
    mast(`facade ${number}`, position, { kind: 'facade' }),
  );
  return { scene, mounts: [...town.mounts, ...facades] };
}

/** What every bearing sees, without any bound: the slow and obvious way. */
function allViews({ cells, ...scene }: Scene, mount: Mount): { bearing_deg: number; seen: number[]; need: number }[] {
  return Array.from({ length: 12 }, (_, step) => {
    const view = viewFrom({ cells, ...scene }, mount.position, 30 * step);
    const seen = cells.flatMap((cell, number) => (cell.need > 0 && pointInView(view, cell.position) ? [number] : []));
    return { bearing_deg: 30 * step, seen, need: seen.reduce((sum, number) => sum + cells[number]!.need, 0) };
  });
}

describe('candidatesAt', () => {
  test('leaves out no view that reaches the minimum, unless another from the same mount sees all that it sees', () => {
    let views = 0;
    for (let seed = 0; seed < 6; seed += 1) {
      const { scene, mounts } = sceneOf(seed);
      for (const mount of mounts) {
        const candidates = candidatesAt(scene, mount);
        for (const { seen } of allViews(scene, mount).filter(({ need }) => need >= MINIMUM)) {
          views += 1;
          expect(candidates.some(({ cells }) => seen.every((number) => cells.includes(number)))).toBe(true);
        }
      }
    }
    expect(views).toBeGreaterThan(100);
  });

  test('holds only views that are true, that reach the minimum, and of which none sees all that another sees', () => {
    const { scene, mounts } = sceneOf(1);
    for (const mount of mounts) {
      const candidates = candidatesAt(scene, mount);
      const views = new Map(allViews(scene, mount).map((view) => [view.bearing_deg, view]));
      for (const candidate of candidates) {
        expect(candidate.cells).toEqual(views.get(candidate.bearing_deg)!.seen);
        expect(views.get(candidate.bearing_deg)!.need).toBeGreaterThanOrEqual(MINIMUM);
        const others = candidates.filter((other) => other !== candidate);
        expect(others.some((other) => candidate.cells.every((number) => other.cells.includes(number)))).toBe(false);
      }
    }
  });
});
