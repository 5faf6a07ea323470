import type { ImportFile } from '#core/wire/imports.ts';
import { ApiError } from '../../../api/client.ts';
import { importCommands } from '../../../api/imports.ts';
import { forgetUploads, unfinishedUploads } from '../../../state/unfinished-uploads.ts';

/** Those that the server still has for whoever asks; the others are forgotten. */
export async function askUnfinished(signal: AbortSignal): Promise<readonly ImportFile[]> {
  const asked = await Promise.all(unfinishedUploads().map(({ id }) => soFar(id, signal)));
  return asked.filter((file) => file !== null);
}

/** Null when the server has it no longer, or never had it from this person. */
export async function soFar(id: string, signal: AbortSignal): Promise<ImportFile | null> {
  try {
    return await importCommands.fileSoFar(id, signal);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'not-found') throw error;
    forgetUploads([id]);
    return null;
  }
}
