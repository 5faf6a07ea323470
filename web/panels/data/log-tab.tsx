import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditEvent } from '#core/wire/overlay.ts';
import { queries } from '../../api/queries.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { LogTable } from './log-table.tsx';
import styles from './data.module.css';

const everybody = '';
const sorts = ['all', 'reads', 'writes'] as const;
/** What the server gives at most, and the steps on the way there. */
const steps = [200, 500, 1000] as const;

/** Who did what; the reviewer's alone. */
export function LogTab() {
  const { t } = useText();
  const { session } = useWorkspace();
  if (!session.may.readLog) return <EmptyState title={t.data.log.notYours}>{t.data.log.notYoursText}</EmptyState>;
  return <Log />;
}

function Log() {
  const { t, number } = useText();
  const words = t.data.log;
  const [limit, setLimit] = useState<number>(steps[0]);
  const [person, setPerson] = useState(everybody);
  const [sort, setSort] = useState<(typeof sorts)[number]>('all');
  const log = useQuery(queries.audit({ limit }));
  if (log.error) {
    return (
      <Section>
        <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />
      </Section>
    );
  }
  if (!log.data) return <Loading label={t.common.loading} lines={8} />;
  if (log.data.length === 0) return <EmptyState title={words.empty}>{words.emptyText}</EmptyState>;
  const people = [...new Set(log.data.map(nameOf))].toSorted((a, b) => a.localeCompare(b, 'sv'));
  const shown = log.data
    .filter((event) => person === everybody || nameOf(event) === person)
    .filter((event) => sort === 'all' || isRead(event) === (sort === 'reads'));
  const next = steps.find((step) => step > limit);
  return (
    <>
      <Section>
        <p className={styles['quiet']}>{words.intro}</p>
        <div className={styles['pair']}>
          <Select
            label={words.filter}
            value={person}
            onChange={setPerson}
            options={[
              { value: everybody, label: t.common.all },
              ...people.map((name) => ({ value: name, label: name || words.system })),
            ]}
          />
          <Select
            label={words.filterAction}
            value={sort}
            onChange={setSort}
            options={sorts.map((one) => ({ value: one, label: one === 'all' ? words.allActions : words[one] }))}
          />
        </div>
      </Section>
      {shown.length === 0 ? <p className={styles['intro']}>{words.emptyFiltered}</p> : <LogTable events={shown} />}
      <Section>
        <p className={styles['quiet']}>{words.newest(number(log.data.length))}</p>
        {log.data.length === limit && next && (
          <div>
            <Button onClick={() => setLimit(next)}>{words.more}</Button>
          </div>
        )}
      </Section>
    </>
  );
}

function nameOf({ accountName }: AuditEvent): string {
  return accountName ?? '';
}

function isRead({ action }: AuditEvent): boolean {
  return action.endsWith('.read');
}
