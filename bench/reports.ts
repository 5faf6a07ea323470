import type { AreaSet } from '#core/wire/areas.ts';
import { demoAccounts } from '../data/example/people.ts';
import { areaSetCodes } from '../data/example/sources.ts';
import { get, signIn } from './lib/http.ts';
import { median } from './lib/measure.ts';
import type { Question } from './lib/question.ts';
import { startServer } from './lib/server.ts';

/** An area's report in each format, from the request to the last byte: the first of a server, and the median of all areas. */
export const reports: Question = {
  name: 'reports',
  asks: 'How long does a report of an area take?',
  needs: [],
  async run(workshop) {
    const { environment } = await workshop.example('embedded');
    const server = await startServer(environment);
    try {
      const analyst = demoAccounts.find(({ role }) => role === 'analyst');
      const cookie = await signIn(server.url, analyst?.username ?? '', analyst?.password ?? '');
      const sets = JSON.parse((await get(`${server.url}/api/area-sets`, cookie)).body.toString()) as AreaSet[];
      const areas = sets.find(({ code }) => code === areaSetCodes.districts)?.areas ?? [];
      const measured = [];
      for (const format of ['pdf', 'csv', 'gpkg']) {
        const times: number[] = [];
        for (const { id } of areas) {
          const reply = await get(`${server.url}/api/areas/${id}/report.${format}`, cookie);
          if (reply.status !== 200) throw new Error(`The ${format} of area ${id} answered ${reply.status}.`);
          times.push(reply.ms / 1000);
        }
        measured.push(
          { name: `reports.${format}.first`, value: times[0] ?? Number.NaN, unit: 's' },
          { name: `reports.${format}`, value: median(times.slice(1)), unit: 's' },
        );
      }
      return measured;
    } finally {
      await server.stop();
    }
  },
};
