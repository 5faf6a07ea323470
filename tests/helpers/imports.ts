import { setTimeout as wait } from 'node:timers/promises';
import type { ImportDescription, ImportFile, ImportJob, ImportSettings } from '#core/wire/imports.ts';
import { signIn, type TestApp } from './app.ts';

/** What a person at the page does with a file, over HTTP. */
export function importsAs(app: TestApp, username: string) {
  const headers = () => signIn(app, username);
  const send = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    app.inject({ method, url, headers: await headers(), ...(payload !== undefined && { payload }) });

  async function upload(name: string, content: string | Uint8Array, partBytes = 1 << 20): Promise<string> {
    const bytes = Buffer.from(content as string);
    const file = (await send('POST', '/api/import-files', { name, bytes: bytes.length })).json<ImportFile>();
    for (let offset = 0; offset < bytes.length; offset += partBytes) {
      const reply = await app.inject({
        method: 'PUT',
        url: `/api/import-files/${file.id}?offset=${offset}`,
        headers: { ...(await headers()), 'content-type': 'application/octet-stream' },
        payload: bytes.subarray(offset, offset + partBytes),
      });
      if (reply.statusCode !== 200) throw new Error(reply.body);
    }
    return file.id;
  }
  const job = async (id: string) => (await send('GET', `/api/imports/${id}`)).json<ImportJob>();

  /** Waits until a job is in none of the states that pass. */
  async function settled(id: string): Promise<ImportJob> {
    for (let turn = 0; turn < 600; turn += 1) {
      const now = await job(id);
      if (!['waiting', 'reading', 'publishing'].includes(now.state)) return now;
      await wait(25);
    }
    throw new Error('The import did not come to an end.');
  }

  return {
    send,
    upload,
    job,
    settled,
    begin: async (name: string, content: string | Uint8Array, settings: ImportSettings = {}) =>
      (await send('POST', '/api/imports', { files: [await upload(name, content)], settings })).json<ImportJob>(),
    describe: async (id: string) => (await send('GET', `/api/imports/${id}/description`)).json<ImportDescription>(),
    read: async (id: string) => {
      await send('POST', `/api/imports/${id}/read`);
      return settled(id);
    },
    publish: async (id: string) => {
      await send('POST', `/api/imports/${id}/publish`);
      return settled(id);
    },
  };
}
