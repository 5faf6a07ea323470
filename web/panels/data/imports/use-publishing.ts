import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ImportJob } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { useToast } from '../../../ui/toasts.tsx';
import { refreshShown } from '../refresh-shown.ts';
import { nameOfImport } from './import-words.ts';

export function usePublishing({ id }: ImportJob) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => importCommands.publish(id),
    onSuccess: (job) => client.setQueryData(importQueries.import(id).queryKey, job),
    onError: () => client.invalidateQueries({ queryKey: importQueries.import(id).queryKey, exact: true }),
  });
}

/** Takes the publishing back: everything that is shown may be another thing now. */
export function useUndoing(id: string) {
  const { words } = useImportText();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: () => importCommands.undo(id),
    onSuccess: () => {
      toast({ text: words.imports.review.undone });
      return refreshShown(client);
    },
  });
}

/** When it is published while somebody looks on: says so with a way back, and asks for everything that is shown anew. */
export function usePublishedToast(job: ImportJob | undefined): void {
  const { words } = useImportText();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate: undo } = useUndoing(job?.id ?? '');
  const before = useRef<ImportJob['state'] | null>(null);
  const state = job?.state;
  useEffect(() => {
    const isNew = before.current === 'ready' || before.current === 'publishing';
    before.current = state ?? null;
    if (!job || state !== 'published' || !isNew) return;
    const { published, undo: label } = words.imports.review;
    toast({
      text: published(nameOfImport(job)),
      ...(job.canUndo && { action: { label, onClick: () => undo() } }),
    });
    void refreshShown(client);
  }, [job, state, words, toast, client, undo]);
}
