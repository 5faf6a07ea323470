import type { AreaSet } from '#core/wire/areas.ts';
import type { SuggestionRun } from '#core/wire/suggestions.ts';
import { demoAccounts } from '../data/example/people.ts';
import { areaSetCodes } from '../data/example/sources.ts';
import { signIn } from './lib/http.ts';
import { median } from './lib/measure.ts';
import type { Question } from './lib/question.ts';
import { startServer } from './lib/server.ts';

const runs = 3;
const bar = { of: 'value', atMost: 3 } as const;

/** A run of places to consider in each of the example's survey areas and in the whole municipality, as the planner asks for it: from the request until the answer stands. */
export const candidates: Question = {
  name: 'candidates',
  asks: 'How long does a planner wait for places to consider?',
  needs: ['postgres'],
  async run(workshop) {
    const measured = [];
    for (const engine of ['embedded', 'postgres'] as const) {
      const { environment } = await workshop.example(engine);
      const server = await startServer(environment);
      try {
        const planner = demoAccounts.find(({ role }) => role === 'planner');
        const cookie = await signIn(server.url, planner?.username ?? '', planner?.password ?? '');
        const [whole = 0] = await areasOf(areaSetCodes.municipality, server.url, cookie);
        const areas = await areasOf(areaSetCodes.districts, server.url, cookie);
        const perArea: number[] = [];
        let suggested = 0;
        const medianOf = async (areaId: number) => {
          const times: number[] = [];
          for (let run = 0; run < runs; run += 1) {
            const answer = await ask(server.url, cookie, areaId);
            times.push(answer.ms);
            suggested += answer.suggested;
          }
          return median(times) / 1000;
        };
        for (const areaId of areas) perArea.push(await medianOf(areaId));
        if (suggested === 0) throw new Error('No area of the example got a suggestion: nothing was measured.');
        measured.push(
          { name: `candidates.${engine}.district`, value: median(perArea), unit: 's', bar },
          { name: `candidates.${engine}.slowest_district`, value: Math.max(...perArea), unit: 's', bar },
          { name: `candidates.${engine}.municipality`, value: await medianOf(whole), unit: 's', bar },
        );
      } finally {
        await server.stop();
      }
    }
    return measured;
  },
};

/** The areas of a set that are in force now. */
async function areasOf(code: string, server: string, headers: Record<string, string>): Promise<number[]> {
  const sets = (await (await fetch(`${server}/api/area-sets`, { headers })).json()) as AreaSet[];
  const areas = sets.find((set) => set.code === code)?.areas ?? [];
  return areas.filter(({ validTo }) => validTo === null).map(({ id }) => id);
}

async function ask(server: string, headers: Record<string, string>, areaId: number) {
  const start = performance.now();
  const path = `${server}/api/suggestion-runs`;
  const asked = await fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ areaId }),
  });
  if (asked.status !== 202) throw new Error(`Area ${areaId} was refused: ${await asked.text()}`);
  let run = (await asked.json()) as SuggestionRun;
  while (run.state === 'waiting' || run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 10));
    run = (await (await fetch(`${path}/${run.id}`, { headers })).json()) as SuggestionRun;
  }
  if (run.state !== 'done') throw new Error(`The run of area ${areaId} ended as ${run.state}.`);
  return { ms: performance.now() - start, suggested: run.result?.suggestions.length ?? 0 };
}
