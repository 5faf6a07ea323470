import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '#core/suggest/candidate-views.ts';
import { chooseGreedily } from '#core/suggest/greedy.ts';
import { DEFAULT_LIMITS } from '#core/suggest/input.ts';
import type { WeighedCell } from '#core/suggest/weigh-demand.ts';
import { seededRandom } from '#core/random.ts';
import { at, mast } from './town.ts';

function randomInstance(seed: number): { cells: WeighedCell[]; candidates: Candidate[] } {
  const random = seededRandom(`greedy ${seed}`);
  const cells = Array.from({ length: 25 }, (_, number): WeighedCell => {
    const need = random.integer(1, 9);
    return {
      position: at(number, 0),
      outdoors: [],
      indoors: 0,
      place: null,
      relevant: need,
      need,
      weight: need * random.pick([0.14, 0.2]),
    };
  });
  const candidates = Array.from({ length: 14 }, (_, number): Candidate => ({
    mount: mast(`m${number}`, at(random.integer(0, 300), random.integer(0, 300))),
    bearing_deg: 30 * random.integer(0, 11),
    offCentre_deg: 0,
    cells: cells.map((_cell, index) => index).filter(() => random.next() < 0.25),
  }));
  return { cells, candidates };
}

function weightOf(chosen: readonly Candidate[], cells: readonly WeighedCell[]): number {
  return [...new Set(chosen.flatMap((candidate) => candidate.cells))].reduce(
    (sum, number) => sum + cells[number]!.weight,
    0,
  );
}

describe('chooseGreedily', () => {
  test('takes the largest gain each time, as the slow and obvious way does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const { cells, candidates } = randomInstance(seed);
        const choices = chooseGreedily(candidates, cells, { ...DEFAULT_LIMITS, minimumIncidents: 5 });
        const taken = new Set<number>();
        const apart = (candidate: Candidate) =>
          choices
            .slice(0, round)
            .every(
              ({ candidate: { mount } }) =>
                Math.hypot(
                  mount.position[0] - candidate.mount.position[0],
                  mount.position[1] - candidate.mount.position[1],
                ) >= 60,
            );
        let round = 0;
        for (; round < choices.length; round += 1) {
          const gains = candidates.filter(apart).map((candidate) => {
            const added = candidate.cells.filter((number) => !taken.has(number)).map((number) => cells[number]!);
            return added.reduce((sum, { need }) => sum + need, 0) >= 5
              ? added.reduce((sum, { weight }) => sum + weight, 0)
              : 0;
          });
          expect(choices[round]!.gain).toBeCloseTo(Math.max(...gains), 9);
          for (const number of choices[round]!.cells) taken.add(number);
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test('comes to at least 63 % of the best possible choice of three', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { cells, candidates } = randomInstance(seed);
      const choices = chooseGreedily(candidates, cells, {
        count: 3,
        minimumIncidents: 1,
        minimumSeparation_m: 0,
        area: null,
      });
      let best = 0;
      for (const a of candidates)
        for (const b of candidates) for (const c of candidates) best = Math.max(best, weightOf([a, b, c], cells));
      const reached = weightOf(
        choices.map(({ candidate }) => candidate),
        cells,
      );
      expect(reached).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
      expect(reached).toBeCloseTo(
        choices.reduce((sum, { gain }) => sum + gain, 0),
        9,
      );
    }
  });

  test('settles ties by aim, then by the id of the mount, then by bearing', () => {
    const { cells } = randomInstance(1);
    const tied = (id: string, bearing_deg: number, offCentre_deg: number): Candidate => ({
      mount: mast(id, at(0, 0)),
      bearing_deg,
      offCentre_deg,
      cells: [0, 1, 2],
    });
    const first = (candidates: Candidate[]) =>
      chooseGreedily(candidates, cells, { ...DEFAULT_LIMITS, minimumIncidents: 1 })[0]!.candidate;
    expect(first([tied('a', 0, 20), tied('b', 0, 10)]).mount.id).toBe('b');
    expect(first([tied('b', 0, 10), tied('a', 0, 10)]).mount.id).toBe('a');
    expect(first([tied('a', 90, 10), tied('a', 60, 10)]).bearing_deg).toBe(60);
  });
});
