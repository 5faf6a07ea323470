import { viewArea } from '#core/coverage/view-area.ts';
import type { PolygonRings, Position } from '#core/position.ts';
import { seededRandom } from '#core/random.ts';
import { median, timed } from './lib/measure.ts';
import type { Question } from './lib/question.ts';

const eye: Position = [540_000, 6_580_000];
const range_m = 100;
const views = 2_000;

/** How many views a second the core cuts, all walls within range of the camera: one follows the mouse, thousands are weighed. */
export const wedges: Question = {
  name: 'wedges',
  asks: 'How many views a second are cut by walls?',
  needs: [],
  async run() {
    const all = [];
    for (const walls of [200, 500]) {
      const buildings = housesAround(walls / 4);
      const round = () => {
        let corners = 0;
        for (let view = 0; view < views; view += 1) {
          const camera = { position: eye, bearing_deg: (view * 7) % 360, angle_deg: 90, range_m };
          corners += viewArea(camera, buildings)?.[0]?.length ?? 0;
        }
        if (corners < views * 3) throw new Error('The views have no corners: nothing was measured.');
      };
      round();
      const rounds: number[] = [];
      for (let index = 0; index < 7; index += 1) rounds.push((await timed(round)).ms);
      all.push({ name: `wedges.${walls}_walls`, value: (views / median(rounds)) * 1000, unit: 'views/s' });
    }
    return all;
  },
};

/** Square houses of four walls, every wall within range and none over the eye. */
function housesAround(count: number): PolygonRings[] {
  const random = seededRandom(`houses ${count}`);
  return Array.from({ length: count }, () => {
    const turn = random.next() * 2 * Math.PI;
    const away_m = 12 + random.next() * (range_m - 24);
    const half_m = 1 + random.next() * 4;
    const [e, n] = [eye[0] + away_m * Math.cos(turn), eye[1] + away_m * Math.sin(turn)];
    const corner = (east: number, north: number): Position => [e + east * half_m, n + north * half_m];
    return [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]];
  });
}
