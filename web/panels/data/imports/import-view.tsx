import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../../../api/client.ts';
import { importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState, Loading } from '../../../ui/empty-state.tsx';
import { Panel, Section } from '../../../ui/panel.tsx';
import { ImportProblem } from './import-problem.tsx';
import type { ImportJob } from '#core/wire/imports.ts';
import { DescribeStep } from './describe-step.tsx';
import { EndedStep } from './ended-step.tsx';
import { openImport } from './open-import.ts';
import { ReadStep } from './read-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { usePublishedToast } from './use-publishing.ts';

/** One import, from how its file is understood to what publishing it changed. */
export function ImportView({ id }: { id: string }) {
  const { words } = useImportText();
  const job = useQuery(importQueries.import(id));
  usePublishedToast(job.data);
  return (
    <>
      <p role="status" className="visually-hidden">
        {job.data && words.imports.states[job.data.state]}
      </p>
      {job.data ? <Step key={stepOf(job.data)} job={job.data} /> : <NoJob error={job.error} retry={job.refetch} />}
    </>
  );
}

const steps = {
  describe: DescribeStep,
  read: ReadStep,
  review: ReviewStep,
  ended: EndedStep,
} as const;

const stepOfState: Record<ImportJob['state'], keyof typeof steps> = {
  draft: 'describe',
  waiting: 'read',
  reading: 'read',
  ready: 'review',
  publishing: 'read',
  published: 'review',
  failed: 'ended',
  cancelled: 'ended',
  interrupted: 'ended',
  undone: 'ended',
};

function stepOf({ state }: ImportJob): keyof typeof steps {
  return stepOfState[state];
}

function Step({ job }: { job: ImportJob }) {
  const Shown = steps[stepOf(job)];
  return <Shown job={job} />;
}

function NoJob({ error, retry }: { error: Error | null; retry: () => unknown }) {
  const { t, words } = useImportText();
  const isGone = error instanceof ApiError && (error.code === 'not-found' || error.code === 'invalid');
  const back = { label: words.imports.back, onClick: () => openImport(null) };
  return (
    <Panel title={t.shell.places.data} back={back} wide>
      {isGone && (
        <EmptyState
          title={words.imports.gone.title}
          action={<Button onClick={back.onClick}>{words.imports.back}</Button>}
        >
          {words.imports.gone.text}
        </EmptyState>
      )}
      {error && !isGone && (
        <Section>
          <ImportProblem error={error} onRetry={() => void retry()} />
        </Section>
      )}
      {!error && <Loading label={t.common.loading} />}
    </Panel>
  );
}
