import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../server/db/sql.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { fileOf, importFile, realFile } from './import-file.ts';

const heading = 'Nummer;Namn;Kameratyp;Riktning;Höjd;I drift från;lon;lat\n';

describeOnBothEngines('importing cameras', (open) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());
  const query = <Row>(statement: ReturnType<typeof sql>) =>
    database.gate.service('importer', (tx) => tx.query<Row>(statement));
  const cameras = () =>
    query(sql`select c.source_key as key, c.name, c.kind, c.status, c.bearing_deg as bearing, c.angle_deg as angle, c.range_m as range,
      c.height_m as height, c.in_operation_from as since, s.opened_at is not null as opened, s.stage, o.code as organisation,
      round(v.area_m2::numeric) as seen
      from secret.camera c join secret.site s on s.id = c.site_id join app.organisation o on o.id = s.organisation_id
      left join secret.coverage v on v.camera_id = c.id order by c.source_key collate "C"`);

  const rows = [
    '1;Torget;fixed;90;6;01/02/20;15;59',
    '2;Stationen;dome;;;;15,01;59',
    '3;Parken;;SSW;4 m;41558;15,02;59',
    '4;Gatan;;åt höger;hög;i fjol;15,03;59',
    '5;Hörnet;;0;180;;15,04;59',
    '6;Utan läge;;;;;;',
    '7;Två håll;;90;;31/12/21;15,05;59',
  ];

  it('keeps every camera: what cannot be read is left unknown and told, a bearing is never north by default', async () => {
    const path = fileOf('kameror.csv', heading + rows.join('\n'));
    const { outcome, collector, notes } = await importFile(database, 'cameras', path);
    expect(outcome.counts).toEqual({ read: 7, new: 6, changed: 0, same: 0, gone: 0, refused: 1 });
    expect(collector.shown).toEqual([{ row: 7, field: 'position', value: '', reason: 'no_position' }]);
    expect(await cameras()).toMatchObject([
      {
        key: '1',
        name: 'Torget',
        kind: 'fixed',
        bearing: 90,
        angle: 60,
        range: 40,
        height: 6,
        since: '2020-02-01',
        opened: true,
        stage: 'in_operation',
        organisation: 'imported',
        seen: 836,
      },
      { key: '2', kind: 'dome', bearing: null, angle: 360, range: 30, seen: 2821 },
      { key: '3', bearing: 202.5, height: 4, since: '2013-10-11', seen: 836 },
      { key: '4', bearing: null, height: null, since: null, seen: null },
      { key: '5', bearing: 0, height: null, seen: 836 },
      { key: '7', bearing: 90, since: '2021-12-31' },
    ]);
    expect(notes.get('bearing_unknown')).toEqual({ rows: 1, all: 6 });
    expect(notes.get('serial_days')).toMatchObject({ rows: 1, examples: '41558' });
    expect(collector.notes.filter(({ code }) => code === 'unread_values').map(({ values }) => values)).toEqual([
      { field: 'bearing', rows: 1, examples: 'åt höger' },
      { field: 'from', rows: 1, examples: 'i fjol' },
      { field: 'height', rows: 2, examples: 'hög, 180' },
    ]);
  });

  it('tells new, changed, same and gone, and leaves alone what a planner has changed', async () => {
    const site = (key: string) =>
      query<{ id: string }>(sql`select id from secret.site where source_key = ${key}`).then(([row]) => row?.id);
    await query(sql`update secret.camera set bearing_deg = 12, row_version = 2 where source_key = '1'`);
    await query(sql`update secret.site set name = 'Eget namn', row_version = 2 where source_key = '4'`);
    const kept = await site('1');
    const next = [
      rows[0],
      rows[1]?.replace('15,01', '15,011'),
      rows[2],
      rows[6]?.replace('90', '90;180'),
      '8;Ny;;;;;15,06;59',
    ];
    const path = fileOf(
      'kameror.csv',
      heading.replace(/;/g, ',') +
        next.map((row) => row?.replace(/(\d),(\d)/g, '$1.$2').replace(/;(?!180)/g, ',')).join('\n'),
    );
    const { outcome, notes } = await importFile(database, 'cameras', path);
    expect(outcome.counts).toEqual({ read: 5, new: 2, changed: 2, same: 2, gone: 1, refused: 0 });
    expect(notes.get('kept_touched')).toEqual({ rows: 1 });
    expect((await cameras()).map((camera) => (camera as { key: string }).key)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '7',
      '7#2',
      '8',
    ]);
    expect(await site('1')).toBe(kept);
    expect((await cameras())[0]).toMatchObject({ key: '1', bearing: 12 });
    const [left] = await query(sql`select count(*)::int as n from secret.position p
      where not exists (select from secret.site s where s.id = p.subject_id) and not exists (select from secret.camera c where c.id = p.subject_id)`);
    expect(left).toEqual({ n: 0 });
  });

  it('does not move a site out of the cell that hides it', async () => {
    const [site] = await query<{
      id: string;
      e: number;
      n: number;
    }>(sql`select s.id, st_x(p.geom) as e, st_y(p.geom) as n
      from secret.site s join secret.position p on p.subject_id = s.id where s.source_key = '8'`);
    const [e, n] = [Math.floor((site?.e ?? 0) / 250) * 250, Math.floor((site?.n ?? 0) / 250) * 250];
    await query(sql`insert into secret.secrecy_marking (id, site_id, level, provision, decided_on, authority, cell_east_m, cell_north_m, cell_size_m, created_at)
      values (${database.clock.uuid()}, ${site?.id}, 'masked', '18 kap. 8 § OSL', '2026-01-01', 'Nämnden', ${e}, ${n}, 250, now())`);
    const path = fileOf('kameror.csv', 'Nummer,Namn,lon,lat\n8,Ny,15.2,59\n');
    const view = () => query(sql`select value from app.setting where key = 'instance'`);
    const before = await view();
    const { outcome, collector } = await importFile(database, 'cameras', path, 'source=kameror');
    expect(await view()).toEqual(before);
    expect(collector.shown).toEqual([{ row: 2, field: 'position', value: '', reason: 'outside_cell' }]);
    expect(outcome.counts.gone).toBeGreaterThan(0);
    expect(await query(sql`select count(*)::int as n from secret.site where source_key = '8'`)).toEqual([{ n: 1 }]);
  });

  it('wants an organisation that is there, or its name', async () => {
    const path = fileOf('mina.csv', 'id,lon,lat\n1,15.3,59\n');
    await expect(importFile(database, 'cameras', path, 'organisation=park')).rejects.toMatchObject({
      code: 'no_such_organisation',
      detail: { codes: 'imported' },
    });
    await importFile(database, 'cameras', path, 'organisation=park', 'organisation_name=Parkförvaltningen');
    expect(await query(sql`select name_sv as name, kind from app.organisation where code = 'park'`)).toEqual([
      { name: 'Parkförvaltningen', kind: 'other' },
    ]);
  });

  const paris = realFile('cameras/paris_prefecture_2019.csv');
  it.skipIf(paris.isMissing)('loses no row of a real register (REAL_DATA)', async () => {
    const { outcome, notes } = await importFile(database, 'cameras', paris.path);
    expect(outcome.counts).toMatchObject({ read: 707, new: 707, refused: 0 });
    expect(notes.get('serial_days')).toMatchObject({ rows: 259 });
    expect(notes.get('unread_values')).toMatchObject({ field: 'from', rows: 13 });
  });
});
