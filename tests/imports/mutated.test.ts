import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importKinds, type ImportKind } from '#core/wire/imports.ts';
import { sql } from '../../server/db/sql.ts';
import { readArguments } from '../../server/imports/arguments.ts';
import { ImportFault } from '../../server/imports/fault.ts';
import { whileLocked } from '../../server/imports/kind-lock.ts';
import { removeBatch } from '../../server/imports/leftovers.ts';
import { makeDescribe } from '../../server/imports/page/describe.ts';
import { makeUploads } from '../../server/imports/page/uploads.ts';
import { publish } from '../../server/imports/publish.ts';
import { stage } from '../../server/imports/stage.ts';
import { withdraw } from '../../server/imports/withdraw.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { collectorFor, fileOf, importFile } from './import-file.ts';
import { pairwiseCells } from './matrix/cells.ts';
import { filesOf } from './matrix/files.ts';
import { truths } from './matrix/truth.ts';
import { mutate, mutations } from './readers/mutate.ts';
import { expectSentence } from './said.ts';

/** So many files in a long run, seeded anew each time; every day the same few. */
const asked = Number(process.env['MUTATIONS'] ?? 0);
const seed = asked > 0 ? Date.now() % 1e6 : 3;
const longest_ms = 30_000;

interface Whole {
  readonly kind: ImportKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly words: readonly string[];
  /** Read by csv-parse alone, in a tenth of the time. */
  readonly isText: boolean;
}

/** The examples of the documentation with their commands, and some of the matrix in formats that only GDAL reads. */
function wholes(): Whole[] {
  const examples = importKinds.flatMap((kind) =>
    [...readFileSync(`docs/import/${kind}.md`, 'utf8').matchAll(/^npm run import -- (.+)$/gm)].map(
      ([, line = '']): Whole => {
        const [, path = '', ...words] = line.split(' ');
        return { kind, name: basename(path), bytes: readFileSync(path), words, isText: path.endsWith('.csv') };
      },
    ),
  );
  const layers = truths
    .filter(
      ({ kind, shape, isNamesOnly }) =>
        !isNamesOnly && shape !== 'table' && ['areas', 'masts', 'incidents'].includes(kind),
    )
    .flatMap((truth) => [
      ...filesOf(
        truth,
        pairwiseCells().filter((cell) => cell.truth === truth),
      ),
    ])
    .map(([cell, path]): Whole => {
      const { kind, words } = cell.truth;
      return { kind, name: basename(path), bytes: readFileSync(path), words, isText: cell.format.startsWith('csv') };
    });
  return [...examples, ...layers];
}

let all: readonly Whole[];
beforeAll(() => {
  all = wholes();
});

describeOnBothEngines('a whole import of a file that something has happened to', (open, engine) => {
  let database: TestDatabase;
  const folder = join(tmpdir(), `kp-mutated-${process.pid}-${engine}`);
  beforeAll(async () => {
    database = await open();
    const town = 'docs/import/examples/areas.geojson';
    await importFile(
      database,
      'areas',
      fileOf('delomraden.geojson', readFileSync(town)),
      'set=delomraden',
      'source=town',
    );
    mkdirSync(folder);
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const tables = sql`select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and (table_schema = 'loaded' and table_name <> 'area_set' or (table_schema, table_name) in (('secret', 'incident'),
      ('secret', 'camera'), ('secret', 'site'), ('secret', 'planned_mount'), ('secret', 'staged_row'), ('secret', 'import_job'),
      ('secret', 'import_file'), ('secret', 'import_refusal'))) order by 1`;
  /** Rows of every table that an import writes, and of batches and sources what could be seen or left. */
  const rowsNow = () =>
    database.gate.service('importer', async (tx) => {
      const names = (await tx.query<{ name: string }>(tables)).map(({ name }) => name);
      const counts = names.map((name) => `select '${name}' as name, count(*)::int as n from ${name}`);
      const more = [
        `select 'batches unended', count(*)::int from secret.import_batch where published_at is null`,
        `select 'batches shown', count(*)::int from secret.import_batch where published_at is not null and withdrawn_at is null and replaced_at is null`,
        // The code of a set stays for the areas that come back; it is shown to nobody.
        `select 'sets', count(*)::int from app.area_set`,
        `select 'sources', count(*)::int from app.source where shown`,
      ];
      const text = `${[...counts, ...more].join(' union all ')} order by 1`;
      return tx.query<{ name: string; n: number }>({ text, values: [] });
    });

  /** Describes, reads, publishes and withdraws a file; says how it went. Anything but a fault with words is thrown. */
  async function outcomeOf(
    { kind, name, words }: Whole,
    content: Uint8Array,
    source: string,
  ): Promise<'fault' | 'kept' | 'same'> {
    const { gate, clock } = database;
    const path = join(folder, 'uploads', source, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    const own = [
      ...words.filter((word) => !/^(source|set)=/.test(word) || kind !== 'areas'),
      ...(kind === 'planned-mounts' ? [] : [`source=${source}`]),
    ];
    const given = readArguments([kind, path, ...own, ...(kind === 'areas' ? [`set=${source}`] : [])]);
    const collector = collectorFor(true, path);
    const tellsFault = (error: unknown) => {
      if (!(error instanceof ImportFault)) throw error;
      expectSentence('faults', { code: error.code, values: error.detail });
    };
    try {
      const job = { id: source, kind, source, settings: { kind }, files: [{ id: source, name }] };
      const { description } = await makeDescribe(gate, makeUploads(folder))(job as never, importKinds);
      for (const finding of description.findings) expectFinding(finding);
      expect(JSON.stringify(description).length).toBeLessThan(300_000);
    } catch (error) {
      tellsFault(error);
    }
    try {
      const signal = new AbortController().signal;
      const { batchId, counts } = await whileLocked(
        gate,
        kind,
        () => {},
        () => stage(gate, clock, given, collector, signal),
      );
      for (const note of collector.notes) expectSentence('notes', note);
      expect(counts.refused).toBe(collector.refused);
      expect(counts.read).toBeGreaterThanOrEqual(0);
      if (given.kind.isSecret) {
        await removeBatch(gate, batchId, kind);
        return 'kept';
      }
      await publish(gate, clock, batchId, collector);
      const [shown] = await gate.service('importer', (tx) =>
        tx.query<{ id: number }>(sql`select id from app.source where name = ${source}`),
      );
      const gone = shown && (await withdraw(gate, clock, shown.id, { accountId: null, reason: 'prov' }, collector));
      return gone ? 'kept' : 'same';
    } catch (error) {
      tellsFault(error);
      return 'fault';
    } finally {
      collector.close();
      rmSync(dirname(path), { recursive: true });
    }
  }

  /** A finding has its words among the findings, or among faults and notes where the reader gave it. */
  function expectFinding(finding: {
    readonly code: string;
    readonly values: Readonly<Record<string, string | number>>;
  }) {
    const errors: unknown[] = [];
    for (const what of ['findings', 'faults', 'notes'] as const) {
      try {
        return expectSentence(what, finding);
      } catch (error) {
        errors.push(error);
      }
    }
    throw errors[0];
  }

  it.runIf(engine === 'postgres')('holds a cell longer than an index does, in every column of every kind', async () => {
    const before = await rowsNow();
    // Nothing that can be packed: an index packs what it can.
    const long = Array.from({ length: 120 }, (_, order) => hash('sha256', `${order}`, 'hex')).join('');
    const faults: string[] = [];
    for (const whole of all.filter(({ name }) => name.endsWith('.csv') && !name.startsWith('kp'))) {
      const lines = Buffer.from(whole.bytes).toString('utf8').split('\n');
      const columns = (lines[1] ?? '').split(';');
      for (const column of columns.keys()) {
        const changed = columns.map((cell, at) => (at === column ? long : cell)).join(';');
        const content = Buffer.from(lines.map((line, order) => (order === 1 ? changed : line)).join('\n'));
        const said = await outcomeOf(whole, content, `long ${whole.kind} ${whole.name} ${column}`).catch(
          (error: Error) => error.message.slice(0, 300),
        );
        if (!['fault', 'kept', 'same'].includes(said)) faults.push(`${whole.kind} column ${column}: ${said}`);
      }
    }
    expect(faults).toEqual([]);
    expect(await rowsNow()).toEqual(before);
  });

  const share = engine === 'postgres' ? 0.8 : 0.2;
  it.each([
    ['text', true, asked > 0 ? Math.round(asked * share * 0.8) : engine === 'postgres' ? 100 : 30],
    ['another format', false, asked > 0 ? Math.round(asked * share * 0.2) : engine === 'postgres' ? 14 : 6],
  ])('of %s is all or nothing, and ends in a sentence', { timeout: 4 * 3_600_000 }, async (_, isText, runs) => {
    const some = all.filter((whole) => whole.isText === isText);
    let before = await rowsNow();
    const went = { fault: 0, kept: 0, same: 0 };
    const faults: string[] = [];
    for (const [order, [which, changes]] of fc
      .sample(fc.tuple(fc.nat(), mutations), { numRuns: runs, seed })
      .entries()) {
      const whole = some[which % some.length] as Whole;
      const content = mutate(whole.bytes, changes);
      try {
        const timer = AbortSignal.timeout(longest_ms);
        const late = new Promise<never>((_resolve, reject) =>
          timer.addEventListener('abort', () => reject(new Error('hangs'))),
        );
        went[await Promise.race([outcomeOf(whole, content, `m${order}`), late])] += 1;
        const now = await rowsNow();
        const left = now.filter(({ n }, table) => n !== before[table]?.n);
        before = now;
        expect(left, JSON.stringify(left)).toEqual([]);
        const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(`kamerapunkt-import-${process.pid}-`));
        expect(folders).toEqual([]);
      } catch (error) {
        const { message = '' } = error instanceof Error ? error : {};
        faults.push(
          `${whole.kind} ${whole.name} seed ${seed} file ${order} ${JSON.stringify(changes).slice(0, 300)}: ${message.slice(0, 600)}`,
        );
        if (faults.length > 20) break;
      }
    }
    expect(faults).toEqual([]);
    // Both must happen, or the files are not what they should be.
    if (runs >= 20) expect(Math.min(went.fault, went.kept)).toBeGreaterThan(0);
  });
});
