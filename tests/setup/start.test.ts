import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startServer } from '../helpers/process.ts';

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'kp-start-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

const passwordIn = (output: string) => /lösenord (\S+)/.exec(output)?.[1] ?? '';
const post = (url: string, body: object, cookie = '') =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
const signIn = async (address: string, password: string) =>
  (await post(`${address}/api/session`, { username: 'admin', password })).headers.get('set-cookie')?.split(';')[0] ??
  '';

describe('the server as a process', () => {
  it('makes the first account, serves, refuses a second process on the same files, and closes cleanly', async () => {
    const env = { DATA_DIR: folder(), EXAMPLE: 'no' };
    const first = await startServer(env);
    expect(first.output()).toContain('för demonstration, inte för verkliga sekretessuppgifter');
    expect(await signIn(first.address, passwordIn(first.output()))).not.toBe('');
    await expect(startServer(env)).rejects.toThrow(/in use by process \d+/);
    expect(await first.end('SIGINT')).toBe(0);

    const second = await startServer(env);
    expect(passwordIn(second.output())).toBe('');
    expect(await signIn(second.address, passwordIn(first.output()))).not.toBe('');
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('has lost nothing that it confirmed when it is killed in the middle of writes', async () => {
    const env = { DATA_DIR: folder(), EXAMPLE: 'no' };
    const first = await startServer(env);
    const password = passwordIn(first.output());
    const cookie = await signIn(first.address, password);
    const confirmed: string[] = [];
    // Writes go on while the kill comes.
    const writing = (async () => {
      for (let n = 0; n < 500; n += 1) {
        const reply = await post(`${first.address}/api/tokens`, { name: `nyckel ${n}`, days: 2 }, cookie).catch(
          () => null,
        );
        if (reply?.status === 201) confirmed.push(((await reply.json()) as { id: string }).id);
        else return;
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await first.end('SIGKILL')).toBe('SIGKILL');
    await writing;
    expect(confirmed.length).toBeGreaterThan(5);

    const second = await startServer(env);
    const tokens = (await (
      await fetch(`${second.address}/api/tokens`, { headers: { cookie: await signIn(second.address, password) } })
    ).json()) as { id: string }[];
    const kept = new Set(tokens.map(({ id }) => id));
    expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
    await second.end('SIGINT');
  });

  it('says all that is wrong with the environment at once', async () => {
    await expect(startServer({ PORT: 'tio', EXAMPLE: 'kanske', PUBLIC_LAYERS: 'cameras' })).rejects.toThrow(
      /PORT is "tio"[^]*EXAMPLE is "kanske"[^]*PUBLIC_LAYERS names "cameras"/,
    );
  });
});
