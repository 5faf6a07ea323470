import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SourceInfo } from '#core/wire/overlay.ts';
import { importCommands } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ImportProblem } from '../imports/import-problem.tsx';
import { refreshShown } from '../refresh-shown.ts';
import styles from '../data.module.css';

/** What is said in the log must say something. */
export const shortestReason = 10;

/** Takes a source away with all that derives from it. Cannot be undone, and is therefore asked about, with a reason. */
export function WithdrawSource({ source, onClose }: { source: SourceInfo; onClose: () => void }) {
  const { t, number, words } = useImportText();
  const say = words.kept.withdraw;
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => importCommands.withdrawSource(source.id, reason.trim()),
    onSuccess: ({ rows, runs }) => {
      toast({ text: say.done(source.name, number(rows), number(runs)) });
      onClose();
      return refreshShown(client);
    },
  });
  function submit(): void {
    const isEnough = reason.trim().length >= shortestReason;
    setShort(!isEnough);
    if (isEnough) withdraw.mutate();
  }
  return (
    <Dialog
      title={say.named(source.name)}
      closeLabel={t.common.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="danger" busy={withdraw.isPending && say.withdrawing} onClick={submit}>
            {say.press}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>{say.text}</p>
        <TextField
          label={say.reason}
          placeholder={say.reasonPlaceholder}
          rows={3}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          error={isShort && reason.trim().length < shortestReason ? say.reasonMissing : null}
        />
        {withdraw.error && <ImportProblem error={withdraw.error} />}
      </div>
    </Dialog>
  );
}
