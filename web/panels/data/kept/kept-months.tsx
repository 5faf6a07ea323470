import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ImportProblem } from '../imports/import-problem.tsx';
import styles from '../data.module.css';

/** How many months points stay. Fewer deletes more, which cannot be undone, and is therefore asked about. */
export function KeptMonths({ months, mayChange }: { months: number; mayChange: boolean }) {
  const { t, number, words } = useImportText();
  const say = words.kept;
  const client = useQueryClient();
  const toast = useToast();
  const [chosen, setChosen] = useState(months);
  const [isAsked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: () => importCommands.keepMonths(chosen),
    onSuccess: () => {
      setAsked(false);
      toast({ text: say.monthsSaved(number(chosen)) });
      return client.invalidateQueries({ queryKey: importQueries.keptData().queryKey });
    },
  });
  if (!mayChange) return <p>{say.monthsRead(number(months))}</p>;
  const isFewer = chosen < months;
  return (
    // No form: Enter ends the number and must not delete anything.
    <div className={styles['form']}>
      <NumberField
        label={say.months}
        hint={say.monthsHint}
        value={chosen}
        onCommit={(value) => setChosen(Math.round(value ?? months))}
        unit={say.unit}
        min={1}
        max={120}
        rangeError={(min, max) => t.common.between(number(min), number(max))}
      />
      {save.error && !isAsked && <ImportProblem error={save.error} />}
      {chosen !== months && (
        <div>
          <Button
            kind="primary"
            busy={save.isPending && say.saving}
            onClick={() => (isFewer ? setAsked(true) : save.mutate())}
          >
            {say.save}
          </Button>
        </div>
      )}
      {isAsked && (
        <Dialog
          title={say.fewerTitle(number(chosen))}
          closeLabel={t.common.close}
          onClose={() => setAsked(false)}
          footer={
            <>
              <Button onClick={() => setAsked(false)}>{t.common.cancel}</Button>
              <Button kind="danger" busy={save.isPending && say.saving} onClick={() => save.mutate()}>
                {say.save}
              </Button>
            </>
          }
        >
          <p>{say.monthsFewer(number(chosen))}</p>
          {save.error && <ImportProblem error={save.error} />}
        </Dialog>
      )}
    </div>
  );
}
