import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportFile, ImportJob, ImportSettings } from '#core/wire/imports.ts';

const partBytes = 8 * 1024 * 1024;

/** What a person does on the page with a file: sends it in parts, has it read, publishes it. Gives the job at its end. */
export async function importOverHttp(
  server: string,
  cookie: string,
  path: string,
  settings: ImportSettings,
): Promise<ImportJob> {
  const ask = async <Answer>(method: string, url: string, body?: object): Promise<Answer> => {
    const isBytes = body instanceof Uint8Array;
    const reply = await fetch(`${server}${url}`, {
      method,
      headers: { cookie, ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }) },
      ...(body && { body: isBytes ? body : JSON.stringify(body) }),
    } as RequestInit);
    if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as Answer;
  };
  const file = await open(path);
  const { size } = await file.stat();
  const { id } = await ask<ImportFile>('POST', '/api/import-files', { name: basename(path), bytes: size });
  for (let offset = 0; offset < size; offset += partBytes) {
    const part = Buffer.alloc(Math.min(partBytes, size - offset));
    await file.read(part, 0, part.length, offset);
    await ask('PUT', `/api/import-files/${id}?offset=${offset}`, part);
  }
  await file.close();
  const begun = await ask<ImportJob>('POST', '/api/imports', { files: [id], settings });
  await ask('GET', `/api/imports/${begun.id}/description`);
  const until = async (): Promise<ImportJob> => {
    for (;;) {
      const job = await ask<ImportJob>('GET', `/api/imports/${begun.id}`);
      if (!['waiting', 'reading', 'publishing'].includes(job.state)) return job;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  await ask('POST', `/api/imports/${begun.id}/read`);
  const read = await until();
  if (read.state !== 'ready') throw new Error(`The import is ${read.state}: ${JSON.stringify(read.fault)}`);
  await ask('POST', `/api/imports/${begun.id}/publish`);
  return until();
}
