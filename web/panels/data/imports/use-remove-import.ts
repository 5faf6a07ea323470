import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportJob } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { openImport } from './open-import.ts';

/** Stops an import, or throws away one that is not published, and goes back to the list. */
export function useRemoveImport({ id }: ImportJob, onRemoved?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => importCommands.cancel(id),
    onSuccess: () => {
      openImport(null);
      onRemoved?.();
      return client.invalidateQueries({ queryKey: importQueries.imports().queryKey, exact: true });
    },
  });
}
