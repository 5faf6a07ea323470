import { queryOptions } from '@tanstack/react-query';
import type {
  ImportDescription,
  ImportFile,
  ImportJob,
  ImportKind,
  ImportMapping,
  ImportSettings,
  KeptData,
  Withdrawal,
} from '#core/wire/imports.ts';
import { addressOf, ask } from './client.ts';

/** The questions of the import page, which is fetched when it is gone to; the rest stand in queries.ts. */
export const importQueries = {
  /** Asked again as long as one of them goes on. */
  imports: () =>
    queryOptions({
      queryKey: ['imports'],
      queryFn: ({ signal }) => ask<readonly ImportJob[]>('/api/imports', { signal }),
      gcTime: 0,
      refetchInterval: ({ state }) => (state.data?.some(isGoing) ? 2_000 : false),
    }),

  import: (id: string) =>
    queryOptions({
      queryKey: ['imports', id],
      queryFn: ({ signal }) => ask<ImportJob>(`/api/imports/${id}`, { signal }),
      gcTime: 0,
      refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? 1_000 : false),
    }),

  /** Rows as they stand in a file: never kept when nobody looks. Asked again when the settings are others. */
  description: (id: string, settings: ImportSettings) =>
    queryOptions({
      queryKey: ['import-descriptions', id, settings],
      queryFn: ({ signal }) => ask<ImportDescription>(`/api/imports/${id}/description`, { signal }),
      gcTime: 0,
      staleTime: Infinity,
      placeholderData: (before) => before,
    }),

  mappings: (kind: ImportKind) =>
    queryOptions({
      queryKey: ['import-mappings', kind],
      queryFn: ({ signal }) => ask<readonly ImportMapping[]>('/api/import-mappings', { signal, query: { kind } }),
    }),

  keptData: () =>
    queryOptions({
      queryKey: ['kept-data'],
      queryFn: ({ signal }) => ask<KeptData>('/api/kept-data', { signal }),
    }),
};

/** The writes of the import page. Each throws ApiError. */
export const importCommands = {
  startFile: (name: string, bytes: number, signal: AbortSignal) =>
    ask<ImportFile>('/api/import-files', { method: 'POST', body: { name, bytes }, signal }),
  fileSoFar: (id: string, signal: AbortSignal) => ask<ImportFile>(`/api/import-files/${id}`, { signal }),
  sendPart: (id: string, offset: number, part: Blob, signal: AbortSignal) =>
    ask<ImportFile>(addressOf(`/api/import-files/${id}`, { offset }), { method: 'PUT', body: part, signal }),

  create: (files: readonly string[], settings: ImportSettings) =>
    ask<ImportJob>('/api/imports', { method: 'POST', body: { files, settings } }),
  change: (id: string, settings: ImportSettings) =>
    ask<ImportJob>(`/api/imports/${id}`, { method: 'PATCH', body: settings }),
  read: (id: string) => ask<ImportJob>(`/api/imports/${id}/read`, { method: 'POST' }),
  publish: (id: string) => ask<ImportJob>(`/api/imports/${id}/publish`, { method: 'POST' }),
  undo: (id: string) => ask<ImportJob>(`/api/imports/${id}/undo`, { method: 'POST' }),
  /** Stops what goes on, or throws away what is not published. */
  cancel: (id: string) => ask<ImportJob>(`/api/imports/${id}`, { method: 'DELETE' }),

  saveMapping: (name: string, kind: ImportKind, settings: ImportSettings) =>
    ask<void>(`/api/import-mappings/${encodeURIComponent(name)}`, {
      method: 'PUT',
      body: { kind, settings },
    }),
  deleteMapping: (name: string) => ask<void>(`/api/import-mappings/${encodeURIComponent(name)}`, { method: 'DELETE' }),

  withdrawSource: (id: number, reason: string) =>
    ask<Withdrawal>(`/api/sources/${id}/withdraw`, { method: 'POST', body: { reason } }),
  keepMonths: (months: number) => ask<KeptData>('/api/kept-data', { method: 'PUT', body: { months } }),
  openCategory: (group: string, reason: string) =>
    ask<KeptData>('/api/kept-data/opened', { method: 'POST', body: { group, reason } }),
  closeCategory: (group: string) => ask<KeptData>(`/api/kept-data/opened/${group}`, { method: 'DELETE' }),
};

/** Where all refused rows lie, as a file. */
export function refusedAddress(id: string): string {
  return `/api/imports/${id}/refused.csv`;
}

/** The server is working on it. */
export function isGoing({ state }: ImportJob): boolean {
  return state === 'waiting' || state === 'reading' || state === 'publishing';
}
