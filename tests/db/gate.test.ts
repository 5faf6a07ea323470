import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody } from '../../server/db/gate.ts';
import { migrate } from '../../server/db/migrate.ts';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';

describeOnBothEngines('gate', (open, engine) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  it('gives the same JavaScript values for the same columns', async () => {
    const [row] = await database.gate.as(nobody, (tx) =>
      tx.query(sql`select ${[1, 2]}::int[] as list, ${Buffer.from('hej')}::bytea as bytes, ${{ a: [1] }}::jsonb as json,
        1.50::numeric as figure, 12::bigint as big, true as yes, null::text as nothing, '2026-10-01'::date as day,
        '2026-10-01 10:00:00+02'::timestamptz as instant, ${['a', 'b c']}::text[] as texts, app.moment() as now`),
    );
    expect(row).toEqual({
      list: [1, 2],
      bytes: Buffer.from('hej'),
      json: { a: [1] },
      figure: 1.5,
      big: 12,
      yes: true,
      nothing: null,
      day: '2026-10-01',
      instant: '2026-10-01T08:00:00.000Z',
      texts: ['a', 'b c'],
      now: '2026-10-01T08:00:00.000Z',
    });
  });

  it('rolls back what a failing transaction wrote', async () => {
    const insert = sql`insert into app.organisation (id, code, name_sv, name_en, kind) values (${database.clock.uuid()}, 'x', 'X', 'X', 'other')`;
    await expect(
      database.gate.service('importer', async (tx) => {
        await tx.query(insert);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    const rows = await database.gate.service('importer', (tx) =>
      tx.query(sql`select from app.organisation where code = 'x'`),
    );
    expect(rows).toEqual([]);
  });

  it('keeps every secret table from every viewer role', async () => {
    const refused = await Promise.all(
      (['public', 'planner', 'liaison', 'analyst', 'reviewer', 'administrator', 'fitter'] as const).map((role) =>
        database.gate
          .as({ role, accountId: null, usesClearance: true }, (tx) => tx.query(sql`select * from secret.position`))
          .catch((error: { code: string }) => error.code),
      ),
    );
    expect(refused).toEqual(Array.from({ length: 7 }, () => '42501'));
    // The control: someone with the right does reach the table.
    expect(await database.gate.service('importer', (tx) => tx.query(sql`select * from secret.position`))).toEqual([]);
  });

  it.runIf(engine === 'embedded')('cannot become the owner from inside a statement', async () => {
    const asViewer = (text: string) =>
      database.gate
        .as(nobody, (tx) => tx.query({ text, values: [] }))
        .then(
          () => 'done',
          (error: Error) => error.message,
        );
    expect(await asViewer("select set_config('role', 'kp_owner', true)")).toBe('A statement may not choose a role.');
    expect(await asViewer("select set_config('session_authorization', 'postgres', true)")).toBe(
      'A statement may not choose a role.',
    );
    expect(await asViewer("select set_config('ro' || 'le', 'kp_owner', true)")).toMatch(/permission denied/);
  });

  it.runIf(engine === 'postgres')('migrates again, twenty at once, without harm', async () => {
    await Promise.all(Array.from({ length: 20 }, () => migrate(database.driver)));
    const rows = await database.gate.service('session', (tx) =>
      tx.query(sql`select count(*) as n from secret.account`),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('sql', () => {
  it('keeps values apart and renumbers nested ones', () => {
    const inner = sql`b = ${2} and c = ${3}`;
    expect(sql`select ${1} where ${inner} or d = ${4}`).toEqual({
      text: 'select $1 where b = $2 and c = $3 or d = $4',
      values: [1, 2, 3, 4],
    });
  });
});
