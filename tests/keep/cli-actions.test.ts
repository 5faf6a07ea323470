import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { act } from '../../server/imports/cli-actions.ts';
import { describeOnBothEngines, openDatabase, type TestDatabase } from '../helpers/engines.ts';
import { collectorFor, fileOf, importFile } from '../imports/import-file.ts';

const reason = 'Fel fil: hela länet i stället för kommunen';
const crimes = (count: number) =>
  `datum,typ,lon,lat\n${Array.from({ length: count }, (_, n) => `2024-01-01,Rån,${(15 + n / 10_000).toFixed(5)},59\n`).join('')}`;

describeOnBothEngines('withdraw and undo on the command line', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  const say = (...words: string[]) => act(database.gate, database.clock, words, collectorFor(true, ''), 'sv');
  const rows = async () => {
    const [row] = await database.gate.service('importer', (tx) =>
      tx.query<{ n: number }>(sql`select count(*)::int as n from secret.incident i
        join secret.import_batch b on b.id = i.batch_id and b.published_at is not null and b.withdrawn_at is null`),
    );
    return row?.n;
  };

  it('take a source away with a reason, once', async () => {
    await importFile(database, 'incidents', fileOf('brott.csv', crimes(40)));
    expect(await say('withdraw', 'brott')).toMatchObject({ isDone: false });
    expect(await say('withdraw', 'brott', 'reason=tre')).toMatchObject({ isDone: false });
    expect(await say('withdraw', 'brott', 'reason=Gäller 19811218-9876 i raderna')).toMatchObject({ isDone: false });
    expect(await say('withdraw', 'brott', `reason=${reason}`, 'och=mer')).toMatchObject({ isDone: false });
    expect(await say('withdraw', 'planned-mounts', `reason=${reason}`)).toMatchObject({ isDone: false });
    expect(await rows()).toBe(40);
    expect(await say('withdraw', 'brott', `reason=${reason}`)).toEqual({
      isDone: true,
      words: '”brott” är tillbakadragen: 40 rader och 0 sökningar är borttagna.',
    });
    expect(await rows()).toBe(0);
    expect(await say('withdraw', 'brott', `reason=${reason}`)).toEqual({
      isDone: false,
      words: 'Det finns ingen källa som heter ”brott” att dra tillbaka eller ångra.',
    });
  });

  it('undo the last import of a source, one at a time', async () => {
    await importFile(database, 'incidents', fileOf('flera.csv', crimes(10)));
    await importFile(database, 'incidents', fileOf('mer.csv', crimes(25)), 'source=flera');
    expect(await rows()).toBe(25);
    expect(await say('undo', 'flera')).toEqual({
      isDone: true,
      words: 'Inläsningen av ”mer.csv” till ”flera” är ångrad.',
    });
    expect(await rows()).toBe(10);
    expect((await say('undo', 'flera')).isDone).toBe(true);
    expect(await rows()).toBe(0);
    expect((await say('undo', 'flera')).isDone).toBe(false);
    expect((await say('undo', 'ingen')).isDone).toBe(false);
  });

  it('undo the police’s points of the organisation that is named, and of no other', async () => {
    const points = 'kod;lon;lat\nK1;15;59\n';
    const words = ['organisation=polisen', 'organisation_name=Polisen', 'authority=Polismyndigheten'];
    await importFile(database, 'planned-mounts', fileOf('punkter.csv', points), ...words);
    const left = async () => {
      const [row] = await database.gate.service('importer', (tx) =>
        tx.query<{ n: number }>(sql`select count(*)::int as n from secret.planned_mount`),
      );
      return row?.n;
    };
    expect(await left()).toBe(1);
    expect((await say('undo', 'planned-mounts')).isDone).toBe(false);
    expect((await say('undo', 'planned-mounts', 'organisation=annan')).isDone).toBe(false);
    expect(await left()).toBe(1);
    expect((await say('undo', 'planned-mounts', 'organisation=polisen')).isDone).toBe(true);
    expect(await left()).toBe(0);
  });
});

it('answers in the language asked for, with a code that a script can read', async () => {
  const database = await openDatabase('postgres');
  try {
    const said = await new Promise<{ code: number; text: string }>((resolve) => {
      const { DATA_DIR: _, ...env } = process.env;
      execFile(
        process.execPath,
        ['--import', 'tsx', 'server/imports/cli.ts', 'undo', 'ingen', '--lang=en'],
        { env: { ...env, DATABASE_URL: database.url ?? '' } },
        (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), text: stdout + stderr }),
      );
    });
    expect(said).toEqual({ code: 1, text: 'There is no source called "ingen" to withdraw or undo.\n' });
  } finally {
    await database.close();
  }
});
