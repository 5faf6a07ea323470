import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ImportProblem } from '../imports/import-problem.tsx';
import styles from '../data.module.css';

/** How many months points stay. Fewer deletes more, which cannot be undone: said before it is stored. */
export function KeptMonths({ months, mayChange }: { months: number; mayChange: boolean }) {
  const { t, number, words } = useImportText();
  const say = words.kept;
  const client = useQueryClient();
  const toast = useToast();
  const [chosen, setChosen] = useState(months);
  const save = useMutation({
    mutationFn: () => importCommands.keepMonths(chosen),
    onSuccess: () => {
      toast({ text: say.monthsSaved(number(chosen)) });
      return client.invalidateQueries({ queryKey: importQueries.keptData().queryKey });
    },
  });
  if (!mayChange) return <p>{say.monthsRead(number(months))}</p>;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== months) save.mutate();
      }}
    >
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
      {chosen < months && <Notice kind="warning">{say.monthsFewer(number(chosen))}</Notice>}
      {save.error && <ImportProblem error={save.error} />}
      {chosen !== months && (
        <div>
          <Button type="submit" kind="primary" busy={save.isPending && say.saving}>
            {say.save}
          </Button>
        </div>
      )}
    </form>
  );
}
