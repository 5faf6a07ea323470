import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointInView } from '#core/coverage/point-in-view.ts';
import { distance_m } from '#core/position.ts';
import { seededRandom } from '#core/random.ts';
import { demandCells } from '#core/suggest/demand-cells.ts';
import { DEFAULT_LIMITS } from '#core/suggest/input.ts';
import { suggest, type SuggestAnswer } from '#core/suggest/suggest.ts';
import { at, incidentsAt, input, mast, place, randomTown, rectangle } from './town.ts';

async function answer(...args: Parameters<typeof suggest>): Promise<SuggestAnswer> {
  const given = await suggest(...args);
  if (!given) throw new Error('The run was cancelled.');
  return given;
}

const lot = place('lot', 'PARKING_LOT', rectangle(-30, -30, 30, 30), 'Norra parkeringen');
const thefts = incidentsAt(at(0, 0), 'vehicle', 30);

describe('suggest', () => {
  test('places a camera that sees the documented problem, with its numbers, evidence and what speaks against it', async () => {
    const { suggestions, consideredNotSuggested } = await answer(
      input([...thefts, ...incidentsAt(at(4, 4), 'violence', 9)], {
        mounts: [mast('south', at(0, -40), { hasFibre: false }), mast('far', at(500, 0))],
        places: [lot, place('school', 'SCHOOL', rectangle(40, -60, 80, -20), 'Norra skolan')],
        interventions: [{ kind: 'lighting', name: 'Ny belysning', position: at(0, -10), outline: null }],
      }),
    );
    expect(suggestions).toHaveLength(1);
    expect(consideredNotSuggested).toEqual([]);
    const [suggestion] = suggestions;
    expect(suggestion).toMatchObject({
      rank: 1,
      mountId: 'south',
      mount: 'mast',
      bearing_deg: 0,
      incidents: 30,
      gain: 4.2,
      byCategory: [{ category: 'vehicle', count: 30 }],
      hours80: { from: 22, to: 23 },
      placeType: 'PARKING_LOT',
      placeName: 'Norra parkeringen',
    });
    expect(pointInView(suggestion!.view, at(0, 0))).toBe(true);
    expect(suggestion!.byHourClass.find(({ hourClass }) => hourClass === 'evening')?.count).toBe(30);
    expect(suggestion!.evidence).toMatchObject({
      code: 'EFFECT_WEAKER_OF_TWO',
      params: { category: 'vehicle', change_percent: -14, crimeTypeStudies: 23, placeTypeChange_percent: -51 },
    });
    expect(suggestion!.reasonsFor).toContainEqual({
      code: 'OTHER_MEASURE',
      params: { kind: 'lighting', name: 'Ny belysning', distance_m: 30 },
    });
    expect(suggestion!.reasonsAgainst).toEqual([
      { code: 'ONE_OTHER_MEASURE', params: { distance_m: 100 } },
      { code: 'SCHOOL_NEAR', params: { name: 'Norra skolan', distance_m: 40 } },
      { code: 'NOT_COUNTED', params: { category: 'violence', count: 9 } },
      { code: 'NO_FIBRE', params: {} },
    ]);
  });

  test('suggests nothing at a square with violence and disorder alone, and says why', async () => {
    const square = place('square', 'CITY_CENTRE', rectangle(-30, -30, 30, 30), 'Stortorget');
    const incidents = [...incidentsAt(at(0, 0), 'violence', 40), ...incidentsAt(at(5, 5), 'disorder', 30)];
    const given = await answer(input(incidents, { mounts: [mast('a', at(0, -30))], places: [square] }));
    expect(given.suggestions).toEqual([]);
    expect(given.consideredNotSuggested).toEqual([
      {
        name: 'Stortorget',
        placeType: 'CITY_CENTRE',
        position: at(0, 0),
        incidents: 70,
        reasons: [
          { code: 'NO_PUBLISHED_EFFECT', params: { count: 70, of: 70 } },
          { code: 'BELOW_MINIMUM', params: { count: 0, minimum: 12 } },
        ],
      },
    ]);
  });

  test('says that drug crime follows the police and that its place has no effect of its own', async () => {
    const square = place('square', 'CITY_CENTRE', rectangle(-30, -30, 30, 30), 'Stortorget');
    const incidents = incidentsAt(at(0, 0), 'drug', 20);
    const mounts = [mast('a', at(0, -30))];
    const given = await answer(input(incidents, { mounts, places: [square] }));
    expect(given.suggestions[0]!.reasonsAgainst.map(({ code }) => code)).toEqual([
      'NO_OTHER_MEASURES',
      'DRUG_FOLLOWS_POLICE',
      'NO_EFFECT_AT_PLACE_TYPE',
    ]);
    expect(given.suggestions[0]!.evidence).toMatchObject({
      code: 'EFFECT_CRIME_TYPE_ONLY',
      params: { change_percent: -20, placeTypeFinding: 'not_significant' },
    });
    const without = input([], { demand: demandCells(incidents, ['drug']), mounts, places: [square] });
    expect(await answer(without)).toEqual({ suggestions: [], consideredNotSuggested: [] });
  });

  test('asks for the minimum: eleven incidents are too few, twelve are enough', async () => {
    const mounts = [mast('a', at(0, -30))];
    const tooFew = await answer(input(incidentsAt(at(0, 0), 'property', 11), { mounts }));
    expect(tooFew).toEqual({ suggestions: [], consideredNotSuggested: [] });
    const enough = await answer(input(incidentsAt(at(0, 0), 'property', 12), { mounts }));
    expect(enough.suggestions.map(({ incidents }) => incidents)).toEqual([12]);
  });

  test('counts neither what is indoors nor what a camera covers already', async () => {
    const mounts = [mast('a', at(0, -30))];
    const indoors = await answer(input(incidentsAt(at(0, 0), 'property', 50, { indoors: true }), { mounts }));
    expect(indoors.suggestions).toEqual([]);
    expect(indoors.consideredNotSuggested[0]!.reasons[0]).toEqual({ code: 'INDOORS', params: { count: 50, of: 50 } });
    const covered = await answer(input(thefts, { mounts, covered: [rectangle(-50, -50, 50, 50)] }));
    expect(covered.suggestions).toEqual([]);
    expect(covered.consideredNotSuggested[0]!.reasons).toEqual([
      { code: 'ALREADY_SEEN', params: { count: 30, of: 30 } },
      { code: 'BELOW_MINIMUM', params: { count: 0, minimum: 12 } },
    ]);
    expect(covered.consideredNotSuggested[0]!.position.map((coordinate) => coordinate % 100)).toEqual([50, 50]);
  });

  test('does not see through a wall, and takes the mount that sees', async () => {
    const buildings = [rectangle(-20, -20, 20, -15)];
    const mounts = [mast('behind', at(0, -40)), mast('beside', at(45, 0))];
    const given = await answer(input(thefts, { mounts, buildings }));
    expect(given.suggestions.map(({ mountId, bearing_deg }) => [mountId, bearing_deg])).toEqual([['beside', 270]]);
    const none = await answer(input(thefts, { mounts: mounts.slice(0, 1), buildings }));
    expect(none.suggestions).toEqual([]);
    expect(none.consideredNotSuggested[0]!.reasons[0]!.code).toBe('NO_VIEW_REACHES_MINIMUM');
  });

  test('keeps within the area, and to the number asked for', async () => {
    const incidents = [...thefts, ...incidentsAt(at(300, 0), 'vehicle', 20)];
    const mounts = [mast('a', at(0, -30)), mast('b', at(300, -30))];
    const inArea = await answer(
      input(incidents, { mounts, limits: { ...DEFAULT_LIMITS, area: rectangle(200, -99, 400, 99) } }),
    );
    expect(inArea.suggestions.map(({ mountId }) => mountId)).toEqual(['b']);
    const one = await answer(input(incidents, { mounts, limits: { ...DEFAULT_LIMITS, count: 1 } }));
    expect(one.suggestions.map(({ mountId }) => mountId)).toEqual(['a']);
    expect(one.consideredNotSuggested[0]!.reasons).toEqual([{ code: 'OTHERS_CAME_FIRST', params: { count: 1 } }]);
  });

  test('says when a place is left out for being too close to one that is suggested', async () => {
    const incidents = [...thefts, ...incidentsAt(at(0, -45), 'vehicle', 14)];
    const given = await answer(input(incidents, { mounts: [mast('between', at(0, -38))] }));
    expect(given.suggestions.map(({ incidents: seen }) => seen)).toEqual([30]);
    expect(given.consideredNotSuggested.map(({ incidents: left, reasons }) => [left, reasons])).toEqual([
      [14, [{ code: 'TOO_CLOSE_TO_SUGGESTED', params: { distance_m: 60 } }]],
    ]);
  });

  test('tells of the parking house that the law exempts it for the purpose of crime', async () => {
    const garage = place('garage', 'PARKING_GARAGE', rectangle(-30, -30, 30, 30));
    const given = await answer(input(thefts, { mounts: [mast('a', at(0, -40))], places: [garage] }));
    expect(given.suggestions[0]!.reasonsFor.at(-1)).toEqual({
      code: 'EXEMPT_FROM_ASSESSMENT',
      params: { provision: '11 § 7 kamerabevakningslagen (2018:1200)', purposes: 'crime' },
    });
  });

  test('keeps its promises in random towns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
        const town = randomTown(seed);
        const { suggestions, consideredNotSuggested } = await answer(town);
        suggestions.forEach((suggestion, order) => {
          const { incidents, byCategory, byHourClass, position } = suggestion;
          expect(incidents).toBeGreaterThanOrEqual(12);
          expect(byCategory.reduce((sum, { count }) => sum + count, 0)).toBe(incidents);
          expect(byHourClass.reduce((sum, { count }) => sum + count, 0)).toBe(incidents);
          expect(suggestion.gain).toBeLessThanOrEqual(suggestions[order - 1]?.gain ?? Infinity);
          for (const other of suggestions.slice(0, order)) {
            expect(distance_m(other.position, position)).toBeGreaterThanOrEqual(60);
          }
        });
        for (const { reasons } of consideredNotSuggested) expect(reasons.length).toBeGreaterThan(0);
        expect(suggestions.length + consideredNotSuggested.length).toBeGreaterThan(0);
      }),
      { numRuns: 15, seed: 5 },
    );
  });

  test('gives the same answer for the same data in another order', async () => {
    const town = randomTown(8);
    const random = seededRandom('order');
    const shuffled = {
      ...town,
      demand: random.shuffle(town.demand),
      mounts: random.shuffle(town.mounts),
      places: random.shuffle(town.places),
    };
    expect(await answer(shuffled)).toEqual(await answer(town));
  });

  test('tells how far it has come, gives way, and stops when it is cancelled', async () => {
    const progress: number[] = [];
    let yields = 0;
    await answer(randomTown(9), {
      onProgress: (done, total) => progress.push(done / total),
      yieldNow: async () => {
        yields += 1;
      },
    });
    expect(progress.at(-1)).toBe(1);
    expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
    expect(yields).toBeGreaterThan(8);
    let asked = 0;
    expect(await suggest(randomTown(9), { isCancelled: () => (asked += 1) > 3 })).toBeNull();
  });
});
