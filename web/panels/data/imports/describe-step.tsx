import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportDescription, ImportJob, ImportSettings } from '#core/wire/imports.ts';
import { ApiError } from '../../../api/client.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Loading } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/panel.tsx';
import { ImportProblem } from './import-problem.tsx';
import { DescribeFooter } from './describe-footer.tsx';
import { withProposal } from './edit-settings.ts';
import { FindingList } from './finding-list.tsx';
import { FirstRows } from './first-rows.tsx';
import { ImportPanel } from './import-panel.tsx';
import { KindFields } from './kind-fields.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { NamedMappings } from './named-mappings.tsx';
import { OptionFields } from './option-fields.tsx';
import { PlacesPreview } from './places-preview.tsx';
import { ReadingFields } from './reading-fields.tsx';

/** How the file is understood: guessed, shown, and changed by whoever knows the file. Every change is asked about anew. */
export function DescribeStep({ job }: { job: ImportJob }) {
  const { t, words } = useImportText();
  const say = words.imports.describe;
  const client = useQueryClient();
  const change = useMutation({
    // One after the other: the last one said is the one that holds.
    scope: { id: `import ${job.id}` },
    mutationFn: (next: ImportSettings) => importCommands.change(job.id, next),
    onSuccess: (changed) => client.setQueryData(importQueries.import(job.id).queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey: importQueries.import(job.id).queryKey, exact: true }),
  });
  const asked = useQuery(importQueries.description(job.id, job.settings));
  // When a choice makes the file unreadable, the fields stay as they were, so that it can be changed back.
  const [last, setLast] = useState<ImportDescription>();
  if (asked.data && asked.data !== last) setLast(asked.data);
  const description = asked.data ?? last;
  const isFault = asked.error instanceof ApiError && asked.error.code === 'import-fault';
  const isOthers = asked.error instanceof ApiError && asked.error.code === 'not-allowed';
  // Choices kept by name that fit are used from the start: whatever is changed is changed in them.
  const used = description?.usedMapping ?? null;
  const kept = useQuery({ ...importQueries.mappings(description?.kind ?? 'areas'), enabled: used !== null });
  const named = kept.data?.find(({ name }) => name === used);
  const settings = named ? withProposal(job.settings, named.settings) : job.settings;
  const isAsking = change.isPending || asked.isFetching;
  const described = description && {
    description,
    // What was just chosen stands there at once, before the server has answered.
    settings: change.isPending ? change.variables : settings,
    onChange: (next: ImportSettings) => change.mutate(next),
  };
  return (
    <ImportPanel
      job={job}
      footer={
        <DescribeFooter
          job={job}
          settings={settings}
          description={description}
          isAsking={isAsking}
          isUnread={asked.error !== null}
        />
      }
    >
      <Section>
        {description && !isOthers && <p>{say.intro}</p>}
        <p role="status" className={isAsking && description ? undefined : 'visually-hidden'}>
          {isAsking ? (description ? say.again : say.asking) : description ? say.askedAgain : ''}
        </p>
        {change.error && <ImportProblem error={change.error} />}
        {isOthers && (
          <Notice>{job.makerName ? words.imports.otherMaker(job.makerName) : words.imports.otherMakerUnknown}</Notice>
        )}
        {asked.error && !isOthers && (
          <ImportProblem error={asked.error} {...(!isFault && { onRetry: () => void asked.refetch() })} />
        )}
        {description?.usedMapping && (
          <Notice kind="success">{words.imports.mappings.used(description.usedMapping)}</Notice>
        )}
        {described && <KindFields {...described} />}
      </Section>
      {!description && !asked.error && <Loading label={t.common.loading} lines={8} />}
      {described && (
        <>
          <PlacesPreview description={described.description} />
          <FindingList {...described} />
          <ReadingFields {...described} />
          <MappingFields {...described} />
          <OptionFields key={described.description.kind} {...described} />
          <FirstRows description={described.description} />
          <NamedMappings {...described} />
        </>
      )}
    </ImportPanel>
  );
}
