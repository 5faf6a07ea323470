import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportJob } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/panel.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { ImportProblem } from './import-problem.tsx';
import { ImportPanel } from './import-panel.tsx';
import { progressWords } from './import-words.ts';
import styles from './imports.module.css';

/** While the server works on it: how many rows, and a way to stop. */
export function ReadStep({ job }: { job: ImportJob }) {
  const { words, number } = useImportText();
  const say = words.imports.read;
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => importCommands.cancel(job.id),
    onSettled: () => client.invalidateQueries({ queryKey: importQueries.import(job.id).queryKey, exact: true }),
  });
  const isPublishing = job.state === 'publishing';
  return (
    <ImportPanel job={job}>
      <Section title={isPublishing ? say.publishing : say.title}>
        <Progress
          label={job.state === 'waiting' ? say.waiting : progressWords(words, job.progress, number)}
          done={job.progress?.rows ?? 0}
          total={null}
        />
        {cancel.error && <ImportProblem error={cancel.error} />}
        {!isPublishing && (
          <div>
            <Button onClick={() => cancel.mutate()} busy={cancel.isPending && say.cancelling}>
              {say.cancel}
            </Button>
          </div>
        )}
        <p className={styles['quiet']}>{isPublishing ? say.publishingText : say.leave}</p>
      </Section>
    </ImportPanel>
  );
}
