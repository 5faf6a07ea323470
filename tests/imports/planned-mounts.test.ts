import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { houses, loadFixture, type Fixture } from '../helpers/fixture.ts';
import { fileOf, importFile } from './import-file.ts';

const [at, next] = [houses[17] ?? [0, 0], houses[18] ?? [0, 0]];
const heading = 'kod;namn;skede;prioritet;motivering;E;N\n';
const rows = [
  `KP-11;Torget;prioriterad;1;Öppen handel;${at[0]};${at[1]}`,
  'KP-12;Skogen;önskad;;;600000;6700000',
  `KP-13;Hemlig plats;flygande;;;${at[0]};${at[1]}`,
  `KP-14;Hemlig plats;önskad;2;;${at[0]};${at[1]}`,
  'KP-15;Hemlig plats;önskad;;;;',
];
const given = ['organisation=police', 'authority=Polismyndigheten', 'decided=2026-09-01'];

describeOnBothEngines('importing planned mounts', (open) => {
  let database: TestDatabase;
  let fixture: Fixture;
  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate, database.clock);
  });
  afterAll(() => database.close());
  const query = <Row>(statement: ReturnType<typeof sql>) =>
    database.gate.service('importer', (tx) => tx.query<Row>(statement));
  const mounts = () =>
    query(sql`select k.code, k.stage, k.priority, m.level, m.cell_size_m as size, m.provision, m.authority, m.decided_on as decided
      from secret.planned_mount k left join secret.secrecy_marking m on m.planned_mount_id = k.id and m.ended_at is null
      where k.code > 'KP-10' order by k.code`);

  it('wants an organisation and the authority that decides', async () => {
    const path = fileOf('kp.csv', heading + rows.join('\n'));
    await expect(importFile(database, 'planned-mounts', path)).rejects.toMatchObject({
      code: 'option_needed',
      detail: { name: 'organisation' },
    });
    await expect(importFile(database, 'planned-mounts', path, 'organisation=police')).rejects.toMatchObject({
      code: 'option_needed',
      detail: { name: 'authority' },
    });
  });

  it('marks each secret with the cell that hides it, withholds what none does, and writes no refused row anywhere', async () => {
    const path = fileOf('hemlig-fil.csv', heading + rows.join('\n'));
    const { outcome, collector, notes } = await importFile(database, 'planned-mounts', path, ...given);
    expect(outcome).toEqual({ counts: { read: 5, new: 2, changed: 0, same: 0, gone: 0, refused: 3 } });
    expect(await mounts()).toEqual([
      {
        code: 'KP-11',
        stage: 'prioritised',
        priority: 1,
        level: 'masked',
        size: 250,
        provision: '18 kap. 1 och 3 §§ OSL',
        authority: 'Polismyndigheten',
        decided: '2026-09-01',
      },
      {
        code: 'KP-12',
        stage: 'wished',
        priority: null,
        level: 'withheld',
        size: null,
        provision: '18 kap. 1 och 3 §§ OSL',
        authority: 'Polismyndigheten',
        decided: '2026-09-01',
      },
    ]);
    expect(notes.get('withheld')).toEqual({ rows: '3' });
    expect(collector.shown).toEqual([
      { row: 4, field: 'stage', value: '', reason: 'not_a_choice' },
      { row: 5, field: 'priority_reason', value: '', reason: 'missing' },
      { row: 6, field: 'position', value: '', reason: 'no_position' },
    ]);
    expect(readdirSync(dirname(path))).toEqual(['hemlig-fil.csv']);
    expect(JSON.stringify(collector.notes)).not.toMatch(/Torget|Skogen|KP-1|Hemlig|5400|6580/);
  });

  it('tells nobody who is not cleared: not the source, not the setting, not the shown layer', async () => {
    const planner = { role: 'planner', accountId: fixture.accounts.otherPlanner, usesClearance: true } as const;
    const seen = await database.gate.as(planner, async (tx) => ({
      sources: await tx.query(sql`select * from app.source where kind = 'planned-mounts'`),
      setting: await tx.query(sql`select value from app.setting where key = 'instance'`),
      shown: await tx.query(sql`select count(*)::int as n from app.planned_mount_shown where shown_as = 'cell'`),
      exact: await tx.query(sql`select code from app.planned_mount_exact where code > 'KP-10'`),
    }));
    expect(seen.sources).toMatchObject([
      { name: 'planned-mounts', file_name: null, file_digest: null, loaded_at: null, rows_read: null },
    ]);
    expect(JSON.stringify(seen.setting)).toContain('Provstad');
    expect(seen.shown).toEqual([{ n: 2 }]);
    expect(seen.exact).toEqual([]);
    // The control: the liaison who is cleared for the police sees them.
    const liaison = { role: 'liaison', accountId: fixture.accounts.liaison, usesClearance: true } as const;
    expect(
      await database.gate.as(liaison, (tx) =>
        tx.query(sql`select code from app.planned_mount_exact where code > 'KP-10' order by code`),
      ),
    ).toEqual([{ code: 'KP-11' }, { code: 'KP-12' }]);
    const log = await database.gate.as(
      { role: 'reviewer', accountId: fixture.accounts.reviewer, usesClearance: false },
      (tx) => tx.query(sql`select action, subject_id from app.audit_log where action = 'planned_mount.import'`),
    );
    expect(log).toEqual([{ action: 'planned_mount.import', subject_id: null }]);
  });

  it('tells same, changed and gone; a gone one is not current and not deleted; the decided cell holds', async () => {
    const same = await importFile(
      database,
      'planned-mounts',
      fileOf('kp.csv', heading + rows.slice(0, 2).join('\n')),
      ...given,
    );
    expect(same.outcome.counts).toMatchObject({ new: 0, changed: 0, same: 2, gone: 0 });
    const moved = `KP-11;Torget;monterad;1;Öppen handel;${next[0]};${next[1]}`;
    const changed = await importFile(database, 'planned-mounts', fileOf('kp.csv', heading + moved), ...given);
    expect(changed.outcome.counts).toEqual({ read: 1, new: 0, changed: 1, same: 0, gone: 1, refused: 0 });
    expect((await mounts()).map((mount) => (mount as { stage: string }).stage)).toEqual(['mounted', 'not_current']);
    const away = `KP-11;Torget;monterad;1;Öppen handel;${at[0] + 5000};${at[1]}`;
    const refused = await importFile(database, 'planned-mounts', fileOf('kp.csv', heading + away), ...given);
    expect(refused.collector.shown).toEqual([{ row: 2, field: 'position', value: '', reason: 'outside_cell' }]);
    const [position] = await query<{ e: number }>(
      sql`select st_x(p.geom) as e from secret.position p join secret.planned_mount k on k.id = p.subject_id where k.code = 'KP-11'`,
    );
    expect(position?.e).toBe(next[0]);
  });

  it('leaves the liaison’s ranking alone when the file does not rank', async () => {
    await query(
      sql`update secret.planned_mount set priority = 5, priority_reason = 'Ny lägesbild' where code = 'KP-11'`,
    );
    const path = fileOf('kp.csv', `kod;namn;skede;E;N\nKP-11;Torget;i drift;${next[0]};${next[1]}\n`);
    await importFile(database, 'planned-mounts', path, ...given);
    expect((await mounts())[0]).toMatchObject({ code: 'KP-11', stage: 'in_operation', priority: 5 });
  });
});
