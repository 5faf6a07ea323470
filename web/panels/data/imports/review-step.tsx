import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDate } from '#core/format/date.ts';
import type { ImportJob } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { go, useAddress } from '../../../state/use-address.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ImportProblem } from './import-problem.tsx';
import { useWorkspace } from '../../shell/workspace-context.ts';
import { CountTable } from './count-table.tsx';
import { ImportPanel } from './import-panel.tsx';
import { NoteList } from './note-list.tsx';
import { openImport } from './open-import.ts';
import { RefusedRows } from './refused-rows.tsx';
import { shownAt } from './show-on-map.ts';
import { usePublishing, useUndoing } from './use-publishing.ts';
import { useRemoveImport } from './use-remove-import.ts';
import styles from './imports.module.css';

/** What publishing would change, or did: and the way back. */
export function ReviewStep({ job }: { job: ImportJob }) {
  const { words } = useImportText();
  const say = words.imports.review;
  const isPublished = job.state === 'published';
  return (
    <ImportPanel job={job} footer={isPublished ? <PublishedFooter job={job} /> : <ReadyFooter job={job} />}>
      <Section title={isPublished ? say.titlePublished : say.title}>
        <p>
          {isPublished ? say.introPublished : say.intro}
          {isPublished && job.finishedAt && ` ${say.finished(formatDate(job.finishedAt))}.`}
        </p>
        {job.counts && <CountTable counts={job.counts} isPublished={isPublished} />}
      </Section>
      <NoteList notes={job.notes} />
      <RefusedRows job={job} />
    </ImportPanel>
  );
}

function ReadyFooter({ job }: { job: ImportJob }) {
  const { words } = useImportText();
  const say = words.imports.review;
  const { session } = useWorkspace();
  const toast = useToast();
  const client = useQueryClient();
  const publish = usePublishing(job);
  const discard = useRemoveImport(job, () => toast({ text: say.discarded }));
  const change = useMutation({
    mutationFn: () => importCommands.change(job.id, job.settings),
    onSuccess: (changed) => client.setQueryData(importQueries.import(job.id).queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey: importQueries.import(job.id).queryKey, exact: true }),
  });
  const error = publish.error ?? discard.error ?? change.error;
  if (job.makerName !== null && job.makerName !== session.account.name) {
    return (
      <>
        <Button onClick={() => discard.mutate()}>{say.discard}</Button>
        <p className={styles['obstacle']}>{words.imports.otherMaker(job.makerName)}</p>
      </>
    );
  }
  return (
    <>
      {error && (
        <div className={styles['footError']}>
          <ImportProblem error={error} />
        </div>
      )}
      <Button kind="primary" onClick={() => publish.mutate()} busy={publish.isPending && words.imports.read.publishing}>
        {say.publish}
      </Button>
      <Button onClick={() => discard.mutate()}>{say.discard}</Button>
      <Button kind="quiet" onClick={() => change.mutate()}>
        {say.change}
      </Button>
    </>
  );
}

function PublishedFooter({ job }: { job: ImportJob }) {
  const { words } = useImportText();
  const say = words.imports.review;
  const undo = useUndoing(job.id);
  const address = useAddress();
  const { showMap } = useWorkspace();
  const shown = shownAt(job.kind, address, job.settings.options?.['what']);
  return (
    <>
      {undo.error && (
        <div className={styles['footError']}>
          <ImportProblem error={undo.error} />
        </div>
      )}
      {shown && (
        <Button
          onClick={() => {
            go(shown);
            showMap();
          }}
        >
          {say.toMap}
        </Button>
      )}
      <Button kind={shown ? 'quiet' : 'plain'} onClick={() => openImport(null)}>
        {say.another}
      </Button>
      <Button kind="quiet" onClick={() => go({ filter: { tab: 'sources' }, selection: null })}>
        {say.toSources}
      </Button>
      {job.canUndo ? (
        <Button kind="quiet" icon="undo" onClick={() => undo.mutate()} busy={undo.isPending && say.undoing}>
          {say.undo}
        </Button>
      ) : (
        <p className={styles['obstacle']}>{changedNothing(job) ? say.nothingToUndo : say.cannotUndo}</p>
      )}
    </>
  );
}

function changedNothing({ counts }: ImportJob): boolean {
  return counts !== null && counts.new + counts.changed + counts.gone === 0;
}
