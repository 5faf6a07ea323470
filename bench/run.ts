import { parseArgs } from 'node:util';
import { candidates } from './candidates.ts';
import { fresh } from './fresh.ts';
import { figureOf, type Figure } from './lib/figure.ts';
import type { Question } from './lib/question.ts';
import { machineLine, missing } from './lib/system.ts';
import { tableOf } from './lib/table.ts';
import { openWorkshop } from './lib/workshop.ts';
import { map } from './map.ts';
import { meanwhile } from './meanwhile.ts';
import { reports } from './reports.ts';
import { start } from './start.ts';
import { tiles } from './tiles.ts';
import { imports } from './imports.ts';
import { twins } from './twins.ts';
import { warm } from './warm.ts';
import { web } from './web.ts';
import { wedges } from './wedges.ts';

/** Every question, in the order they are asked. */
const questions: readonly Question[] = [
  fresh,
  start,
  imports,
  meanwhile,
  tiles,
  warm,
  wedges,
  candidates,
  reports,
  web,
  map,
  twins,
];

/** `npm run bench [-- name …] [--json] [--fresh]`: asks all the questions but `fresh`, or those named; `--fresh` adds it. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, fresh: { type: 'boolean' } },
  });
  if (values.fresh && positionals.length > 0) positionals.unshift('fresh');
  const unknown = positionals.filter((name) => !questions.some((question) => question.name === name));
  if (unknown.length > 0) throw new Error(`There is no question ${unknown.join(', ')}.\n${listed()}`);
  const asked = questions.filter(({ name, onlyWhenNamed }) =>
    positionals.length > 0 ? positionals.includes(name) : values.fresh || !onlyWhenNamed,
  );
  const tell = values.json ? () => {} : (line: string) => console.log(line);

  const workshop = openWorkshop();
  // Servers are processes of their own: an interrupted bench leaves none behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void workshop.close().finally(() => process.exit(130)));
  const figures: Figure[] = [];
  try {
    const withDatabase = asked.some(({ needs }) => needs.includes('postgres'));
    if (withDatabase) await missing(['postgres']);
    tell(await machineLine(workshop, withDatabase));
    for (const { name, asks, needs, run } of asked) {
      const lacking = await missing(needs);
      if (lacking.length > 0) {
        console.error(`${name} is left out: ${lacking.join(' and ')} is missing.`);
        process.exitCode = 1;
        continue;
      }
      tell(`${name}: ${asks}`);
      for (const measured of await run(workshop)) {
        const figure = figureOf(measured);
        figures.push(figure);
        if (values.json) console.log(JSON.stringify(figure));
      }
    }
  } finally {
    await workshop.close();
  }
  tell(`\n${tableOf(figures)}`);
}

function listed(): string {
  return questions.map(({ name, asks }) => `  ${name.padEnd(12)} ${asks}`).join('\n');
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
