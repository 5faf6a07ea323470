import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportJob } from '#core/wire/imports.ts';
import { importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState, Loading } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/panel.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { writeMoment } from '../log-table.tsx';
import { kindWords, mainFile, nameOfImport, stateLine } from './import-words.ts';
import { openImport } from './open-import.ts';
import { StateSign } from './state-sign.tsx';
import styles from './imports.module.css';

const shownAtFirst = 20;

/** Every import, newest first: one left going is found here, and one that stopped says that nothing was published. */
export function ImportList() {
  const { t, words, number } = useImportText();
  const say = words.imports.list;
  const imports = useQuery(importQueries.imports());
  const [isAll, setAll] = useState(false);
  const jobs = imports.data ?? [];
  return (
    <Section title={say.title}>
      {imports.error && <ProblemNotice error={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.isPending && !imports.error && <Loading label={t.common.loading} lines={4} />}
      {imports.data?.length === 0 && <EmptyState title={say.empty}>{say.emptyText}</EmptyState>}
      {jobs.length > 0 && (
        <ul className={styles['jobs']}>
          {jobs.slice(0, isAll ? undefined : shownAtFirst).map((job) => (
            <li key={job.id}>
              <JobLine job={job} />
            </li>
          ))}
        </ul>
      )}
      {jobs.length > shownAtFirst && !isAll && (
        <div>
          <Button onClick={() => setAll(true)}>{say.more(number(shownAtFirst))}</Button>
        </div>
      )}
    </Section>
  );
}

function JobLine({ job }: { job: ImportJob }) {
  const { words, number } = useImportText();
  const say = words.imports.list;
  const name = nameOfImport(job);
  const file = mainFile(job);
  const by = job.makerName ? `, ${say.by(job.makerName)}` : '';
  return (
    <button type="button" className={styles['job']} onClick={() => openImport(job.id)}>
      <span className="visually-hidden">{`${say.open(name)}. `}</span>
      <StateSign state={job.state} />
      <span className={styles['jobName']}>{name}</span>
      <span className={styles['jobState']}>{stateLine(words, job, number)}</span>
      {job.state === 'interrupted' && <span className={styles['jobNote']}>{words.imports.ended.interrupted}</span>}
      <span className={styles['jobNote']}>
        {kindWords(words, job.kind)}
        {file && file !== name && ` · ${file}`}
      </span>
      <span className={styles['jobNote']}>{`${writeMoment(job.createdAt)}${by}`}</span>
      <Icon name="right" size={16} />
    </button>
  );
}
