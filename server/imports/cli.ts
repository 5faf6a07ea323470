// npm run import -- <kind> <file> [field=column …]: the process around run-import.ts.
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Locale } from '#core/format/number.ts';
import { readConfig, type Config } from '../config.ts';
import { systemClock } from '../db/clock.ts';
import type { Driver } from '../db/driver.ts';
import { makeGate } from '../db/gate.ts';
import { migrate } from '../db/migrate.ts';
import { openDriver } from '../db/open.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { act, isAction } from './cli-actions.ts';
import { ImportFault } from './fault.ts';
import { Collector } from './report.ts';
import { runImport } from './run-import.ts';
import { requireFile, stemOf } from './stage.ts';
import { notesOf, progressOn, refusalLine, refusalsOf, summaryOf, wordsFor, type Paper } from './screen.ts';
import { textsIn } from './texts.ts';

const paper: Paper = { write: (text) => void process.stdout.write(text), isTerminal: process.stdout.isTTY === true };

async function main(words: readonly string[]): Promise<number> {
  const locale: Locale = words.includes('--lang=en') ? 'en' : 'sv';
  const rest = words.filter((word) => !word.startsWith('--lang='));
  const texts = textsIn(locale);
  if (rest.length === 0 || rest.includes('--help')) {
    paper.write(`${texts.usage}\n`);
    return rest.length === 0 ? 1 : 0;
  }
  const cancel = new AbortController();
  // The first Ctrl-C takes the import back, which takes a moment; the second ends the process and the next import clears up.
  process.once('SIGINT', () => cancel.abort());
  process.once('SIGTERM', () => cancel.abort());
  try {
    if (isAction(rest[0])) return await actWith(rest, readConfig(), locale);
    const given = readArguments(rest);
    requireFile(given.path);
    return await importWith(given, readConfig(), locale, cancel.signal);
  } catch (error) {
    paper.write(`${wordsFor(error, locale)}\n`);
    return 1;
  }
}

async function importWith(given: Arguments, config: Config, locale: Locale, signal: AbortSignal): Promise<number> {
  const texts = textsIn(locale);
  paper.write(`${texts.heading({ kind: texts.kinds[given.kind.code] ?? given.kind.code })}\n`);
  paper.write(`  ${texts.file}: ${given.path}\n`);
  paper.write(`  ${texts.database}: ${config.databaseUrl ? 'PostgreSQL' : `${texts.embedded}, ${config.dataDir}`}\n`);
  const driver = await openMigrated(config, () => paper.write(`${texts.preparing}\n`));
  const progress = progressOn(paper, locale, () => performance.now());
  const collector = new Collector(
    {
      isSecret: given.kind.isSecret,
      fileFor: () => refusedFile(given, locale),
      line: (refusal) => refusalLine(refusal, locale),
    },
    progress,
  );
  const start = performance.now();
  try {
    const counts = await runImport(makeGate(driver, systemClock), systemClock, given, collector, signal);
    progress.end();
    paper.write(summaryOf(counts, collector, given.kind.isSecret, performance.now() - start, locale));
    return 0;
  } catch (error) {
    progress.end();
    const remarks = [...notesOf(collector, locale), ...refusalsOf(collector, given.kind.isSecret, locale)];
    const isCancel = error instanceof ImportFault && error.code === 'cancelled';
    const words = isCancel ? [texts.cancelled] : [wordsFor(error, locale, given.kind.isSecret), texts.failed];
    paper.write(`${[...remarks, ...words].join('\n')}\n`);
    return isCancel ? 130 : 1;
  } finally {
    collector.close();
    await driver.close();
  }
}

/** `look`, `withdraw` and `undo`: nothing of a file is read in. */
async function actWith(words: readonly string[], config: Config, locale: Locale): Promise<number> {
  const driver = await openMigrated(config, () => paper.write(`${textsIn(locale).preparing}\n`));
  const progress = progressOn(paper, locale, () => performance.now());
  const collector = new Collector({ isSecret: true, fileFor: () => '', line: () => '' }, progress);
  try {
    const done = await act(makeGate(driver, systemClock), systemClock, words, collector, locale);
    progress.end();
    paper.write(`${[done.words, ...notesOf(collector, locale)].join('\n')}\n`);
    return done.isDone ? 0 : 1;
  } finally {
    progress.end();
    await driver.close();
  }
}

async function openMigrated(config: Config, onFirst: () => void): Promise<Driver> {
  const driver = await openDriver(config).catch((error: unknown) => {
    const holder = /in use by process (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw holder ? new ImportFault('directory_in_use', { directory: config.dataDir, process: holder }) : error;
  });
  try {
    let isFirst = true;
    await migrate(driver, () => {
      if (isFirst) onFirst();
      isFirst = false;
    });
    return driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** Beside the file that was read, or among temporary files where that folder may not be written to. */
function refusedFile({ path, options }: Arguments, locale: Locale): string {
  const asked = options.get('refused');
  if (asked) return resolve(asked);
  const name = `${stemOf(path.replace(/^.*[/\\]/, ''))}.${locale === 'sv' ? 'avvisade' : 'refused'}.csv`;
  const folder = dirname(resolve(path));
  try {
    accessSync(folder, constants.W_OK);
    return join(folder, name);
  } catch {
    return join(tmpdir(), name);
  }
}

process.exitCode = await main(process.argv.slice(2));
