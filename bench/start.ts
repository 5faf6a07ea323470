import { median } from './lib/measure.ts';
import type { Question } from './lib/question.ts';
import { startServer } from './lib/server.ts';

const nextStarts = 3;

/** From the process's start until it answers, packages installed and the web built: into an empty folder, and again. */
export const start: Question = {
  name: 'start',
  asks: 'How long until the server answers, the first time and the next?',
  needs: [],
  async run(workshop) {
    const { environment, firstStart_ms } = await workshop.example('embedded');
    const next: number[] = [];
    for (let run = 0; run < nextStarts; run += 1) {
      const server = await startServer(environment);
      await server.stop();
      next.push(server.start_ms);
    }
    return [
      { name: 'start.first', value: firstStart_ms / 1000, unit: 's' },
      { name: 'start.next', value: median(next) / 1000, unit: 's', bar: { of: 'value', atMost: 5 } },
    ];
  },
};
