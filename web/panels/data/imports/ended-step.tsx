import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportJob } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/panel.tsx';
import { ImportProblem } from './import-problem.tsx';
import { ImportPanel } from './import-panel.tsx';
import { faultWords } from './import-words.ts';
import { NoteList } from './note-list.tsx';
import { openImport } from './open-import.ts';
import { RefusedRows } from './refused-rows.tsx';

/** An import that came to nothing: why, that nothing was published, and the way on. */
export function EndedStep({ job }: { job: ImportJob }) {
  const { words } = useImportText();
  const say = words.imports;
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => importCommands.change(job.id, job.settings),
    onSuccess: (changed) => client.setQueryData(importQueries.import(job.id).queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey: importQueries.import(job.id).queryKey, exact: true }),
  });
  const isFailed = job.state === 'failed';
  const text = say.ended[job.state as 'failed' | 'cancelled' | 'interrupted' | 'undone'];
  return (
    <ImportPanel
      job={job}
      footer={
        <>
          {isFailed && (
            <Button kind="primary" onClick={() => again.mutate()} busy={again.isPending && say.describe.starting}>
              {say.review.change}
            </Button>
          )}
          <Button kind={isFailed ? 'plain' : 'primary'} onClick={() => openImport(null)}>
            {say.review.another}
          </Button>
        </>
      }
    >
      <Section>
        <Notice
          kind={isFailed ? 'danger' : job.state === 'interrupted' ? 'warning' : 'info'}
          title={say.states[job.state]}
        >
          {job.fault && isFailed && <p>{faultWords(words, job.fault)}</p>}
          <p>{text}</p>
        </Notice>
        {again.error && <ImportProblem error={again.error} />}
      </Section>
      <NoteList notes={job.notes} />
      <RefusedRows job={job} />
    </ImportPanel>
  );
}
