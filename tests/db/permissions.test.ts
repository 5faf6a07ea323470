import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';

/** The effective rights of every role, as PostgreSQL itself answers; a new grant shows up in review. */
const effective = sql`
  select r.rolname || ': ' || string_agg(line, ', ' order by line) as line from (
    select r.oid, format('%s %s.%s', p.may, n.nspname, c.relname) as line
    from pg_roles r cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join (values ('select'), ('insert'), ('update'), ('delete')) p (may)
    where r.rolname like 'kp\_%' and r.rolname <> 'kp_owner' and n.nspname in ('app', 'secret', 'loaded') and c.relkind in ('r', 'v')
      and has_table_privilege(r.oid, c.oid, p.may) and has_schema_privilege(r.oid, n.oid, 'usage')
    union all
    select r.oid, format('call %s.%s', n.nspname, f.proname)
    from pg_roles r cross join pg_proc f join pg_namespace n on n.oid = f.pronamespace
    where r.rolname like 'kp\_%' and r.rolname <> 'kp_owner' and n.nspname in ('app', 'secret', 'loaded') and has_function_privilege(r.oid, f.oid, 'execute')
  ) t join pg_roles r on r.oid = t.oid group by r.rolname order by r.rolname collate "C"`;

describeOnBothEngines('permissions', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());

  it('are these and no others', async () => {
    const rows = await database.gate.service('importer', (tx) => tx.query<{ line: string }>(effective));
    const text = rows.map(({ line }) => line.replace(': ', ':\n  ').replaceAll(', ', '\n  ')).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot('permissions.txt');
  });
});
