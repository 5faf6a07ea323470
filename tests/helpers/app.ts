import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { buildApp } from '../../server/app.ts';
import { password } from './fixture.ts';
import type { TestDatabase } from './engines.ts';

export type TestApp = Awaited<ReturnType<typeof buildApp>>;

/** Where the application under test keeps uploads. */
const dataDir = mkdtempSync(join(tmpdir(), 'kp-app-'));
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));

/** The whole application on a test database, with nothing of the environment. */
export function appOn({ gate, clock }: Pick<TestDatabase, 'gate' | 'clock'>): Promise<TestApp> {
  return buildApp({ gate, clock, config: readConfig({ DATA_DIR: dataDir }) });
}

/** Signs in over HTTP as a person would; gives the cookie header. */
export async function signIn(app: TestApp, username: string, secret: string = password): Promise<{ cookie: string }> {
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password: secret } });
  const cookie = String(reply.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  if (reply.statusCode !== 200) throw new Error(`${username} could not sign in: ${reply.body}`);
  return { cookie };
}
