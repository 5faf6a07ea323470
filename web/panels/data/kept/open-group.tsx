import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ImportProblem } from '../imports/import-problem.tsx';
import { shortestReason } from './withdraw-source.tsx';
import styles from '../data.module.css';

/** Opens a kind of crime, with the reason that the log keeps. */
export function OpenGroup({ group, name, onClose }: { group: string; name: string; onClose: () => void }) {
  const { t, words } = useImportText();
  const say = words.kept;
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const open = useMutation({
    mutationFn: () => importCommands.openCategory(group, reason.trim()),
    onSuccess: () => {
      toast({ text: say.isOpened(name) });
      onClose();
      return client.invalidateQueries({ queryKey: importQueries.keptData().queryKey });
    },
  });
  function submit(): void {
    const isEnough = reason.trim().length >= shortestReason;
    setShort(!isEnough);
    if (isEnough) open.mutate();
  }
  return (
    <Dialog
      title={say.openNamed(name)}
      closeLabel={t.common.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" busy={open.isPending && say.saving} onClick={submit}>
            {say.open}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>{say.openText}</p>
        <TextField
          label={say.reason}
          placeholder={say.reasonPlaceholder}
          rows={3}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          error={isShort && reason.trim().length < shortestReason ? say.reasonMissing : null}
        />
        {open.error && <ImportProblem error={open.error} />}
      </div>
    </Dialog>
  );
}
