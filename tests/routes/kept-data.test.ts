import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeptData } from '#core/wire/imports.ts';
import type { Session } from '#core/wire/instance.ts';
import { auditLog } from '../../server/db/audit.ts';
import { openedGroups } from '../../server/db/kept-categories.ts';
import { sql } from '../../server/db/sql.ts';
import { appOn, signIn, type TestApp } from '../helpers/app.ts';
import { describeOnBothEngines, type TestDatabase } from '../helpers/engines.ts';
import { loadFixture, type Fixture } from '../helpers/fixture.ts';

const reason = 'Beslut i nämnden 2026-09-30, § 41';

describeOnBothEngines('the rules of what is kept', (open) => {
  let database: TestDatabase;
  let app: TestApp;
  let fixture: Fixture;
  let administrator: { cookie: string };
  beforeAll(async () => {
    database = await open();
    fixture = await loadFixture(database.gate, database.clock);
    app = await appOn(database);
    administrator = await signIn(app, 'administrator');
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const read = async (headers: object = administrator) =>
    (await app.inject({ url: '/api/kept-data', headers: { ...headers } })).json<KeptData>();
  const send = (method: 'PUT' | 'POST' | 'DELETE', path: string, payload?: object, headers: object = administrator) =>
    app.inject({ method, url: `/api/kept-data${path}`, headers: { ...headers }, ...(payload && { payload }) });
  const opened = () => database.gate.service('importer', openedGroups);
  const log = async () => {
    const reviewer = { role: 'reviewer', accountId: fixture.accounts.reviewer, usesClearance: false } as const;
    const events = await database.gate.as(reviewer, (tx) => auditLog(tx, 50));
    return events.filter(({ action }) => /^(kept_data|category)\./.test(action));
  };

  it('are read by those who answer for them, and by nobody else', async () => {
    for (const name of ['administrator', 'reviewer', 'analyst'])
      expect(await read(await signIn(app, name)), name).toEqual({ months: 36, opened: [], deletions: [] });
    for (const name of ['planner', 'liaison', 'fitter']) {
      const reply = await app.inject({ url: '/api/kept-data', headers: await signIn(app, name) });
      expect([name, reply.statusCode]).toEqual([name, 403]);
    }
    expect((await app.inject({ url: '/api/kept-data' })).statusCode).toBe(401);
  });

  it('are changed by an administrator at the page, and by nobody else', async () => {
    for (const name of ['reviewer', 'analyst', 'planner', 'liaison', 'fitter']) {
      const headers = await signIn(app, name);
      const codes = await Promise.all([
        send('PUT', '', { months: 12 }, headers),
        send('POST', '/opened', { group: 'sexual', reason }, headers),
        send('DELETE', '/opened/sexual', undefined, headers),
      ]);
      expect([name, ...codes.map(({ statusCode }) => statusCode)]).toEqual([name, 403, 403, 403]);
      const session = (await app.inject({ url: '/api/session', headers })).json<Session>();
      expect(session.may.keepRules, name).toBe(false);
    }
    const made = await app.inject({
      method: 'POST',
      url: '/api/tokens',
      headers: administrator,
      payload: { name: 'QGIS', days: 1 },
    });
    const token = { authorization: `Bearer ${made.json<{ token: string }>().token}` };
    expect((await read(token)).months).toBe(36);
    expect((await send('PUT', '', { months: 12 }, token)).statusCode).toBe(403);
    expect((await read()).months).toBe(36);
    expect(await log()).toEqual([]);

    expect((await send('PUT', '', { months: 12 })).json()).toMatchObject({ months: 12 });
    expect((await read()).months).toBe(12);
    expect((await log()).map(({ action, accountName }) => [action, accountName])).toEqual([
      ['kept_data.update', 'Namn administrator'],
    ]);
    expect((await app.inject({ url: '/api/session', headers: administrator })).json<Session>().may.keepRules).toBe(
      true,
    );
  });

  it.each([0, 121, 1.5, -3, 'tolv', null])('keep points for 1 to 120 months, not %s', async (months) => {
    expect((await send('PUT', '', { months })).statusCode).toBe(400);
    expect((await read()).months).toBe(12);
  });

  it('open a group for a written reason, once, and close it', async () => {
    const reply = await send('POST', '/opened', { group: 'dwelling', reason: `  ${reason}  ` });
    expect(reply.statusCode).toBe(200);
    expect(reply.json<KeptData>().opened).toEqual([
      { group: 'dwelling', reason, by: 'Namn administrator', at: '2026-10-01T08:00:00.000Z' },
    ]);
    expect([...(await opened())]).toEqual(['dwelling']);
    expect((await send('POST', '/opened', { group: 'dwelling', reason })).statusCode).toBe(409);
    const both = await Promise.all([1, 2].map(() => send('POST', '/opened', { group: 'sexual', reason })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);

    expect((await send('DELETE', '/opened/dwelling')).json<KeptData>().opened.map(({ group }) => group)).toEqual([
      'sexual',
    ]);
    expect((await send('DELETE', '/opened/dwelling')).statusCode).toBe(404);
    expect([...(await opened())]).toEqual(['sexual']);
    const actions = (await log()).map(({ action }) => action).toSorted();
    expect(actions).toEqual(['category.close', 'category.open', 'category.open', 'kept_data.update']);
    // A group that was closed can be opened again; both openings are kept.
    expect((await send('POST', '/opened', { group: 'dwelling', reason })).statusCode).toBe(200);
    const [count] = await database.gate.service('importer', (tx) =>
      tx.query(sql`select count(*)::int as n from secret.opened_category where category_group = 'dwelling'`),
    );
    expect(count).toEqual({ n: 2 });
  });

  it.each([
    ['too short', 'tre', 400],
    ['only space', ' '.repeat(40), 400],
    ['too long', 'x'.repeat(1001), 400],
    ['a character zero', `${reason}\u0000`, 400],
    ['a personal number', 'Ärende om 19811218-9876, se akten', 422],
  ])('take no reason that is %s', async (_what, text, status) => {
    const reply = await send('POST', '/opened', { group: 'close_relation', reason: text });
    expect(reply.statusCode).toBe(status);
    expect(reply.body).not.toContain('9876');
    expect((await opened()).has('close_relation')).toBe(false);
  });

  it.each([
    ['POST', '/opened', { group: 'allt', reason }],
    ['POST', '/opened', { group: 'sexual' }],
    ['DELETE', '/opened/allt', undefined],
  ] as const)('refuse %s %s with what is not asked for', async (method, path, payload) => {
    expect((await send(method, path, payload)).statusCode).toBe(400);
  });

  it('are not changed by an administrator whose account has been closed since', async () => {
    const gone = await signIn(app, 'administrator');
    await app.inject({ url: '/api/session', headers: gone });
    const close = (at: string | null) =>
      database.gate.service('importer', (tx) =>
        tx.query(sql`update secret.account set disabled_at = ${at} where id = ${fixture.accounts.administrator}`),
      );
    await close('2026-10-01');
    expect((await send('PUT', '', { months: 1 }, gone)).statusCode).toBe(403);
    await close(null);
    expect((await read()).months).toBe(12);
  });
});
