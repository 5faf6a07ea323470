import { useQuery } from '@tanstack/react-query';
import { importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { EmptyState, Loading } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/panel.tsx';
import { ImportProblem } from '../imports/import-problem.tsx';
import { useWorkspace } from '../../shell/workspace-context.ts';
import { DeletionTable } from './deletion-table.tsx';
import { GroupList } from './group-list.tsx';
import { KeptMonths } from './kept-months.tsx';
import styles from '../data.module.css';

/** How long points are kept, what is not read in at all, and what has been deleted. The administrator changes it; the reviewer and the analyst read. */
export function KeptTab() {
  const { t, words } = useImportText();
  const { session } = useWorkspace();
  const mayRead = ['administrator', 'reviewer', 'analyst'].includes(session.account.role);
  const kept = useQuery({
    ...importQueries.keptData(),
    enabled: mayRead,
  });
  if (!mayRead) {
    return <EmptyState title={words.kept.notYours}>{words.kept.notYoursText}</EmptyState>;
  }
  if (kept.error) {
    return (
      <Section>
        <ImportProblem error={kept.error} onRetry={() => void kept.refetch()} />
      </Section>
    );
  }
  if (!kept.data) return <Loading label={t.common.loading} lines={8} />;
  const mayChange = session.may.keepRules;
  return (
    <>
      <Section title={words.kept.title}>
        <p className={styles['quiet']}>{words.kept.intro}</p>
        <KeptMonths months={kept.data.months} mayChange={mayChange} />
      </Section>
      <GroupList kept={kept.data} mayChange={mayChange} />
      <DeletionTable deletions={kept.data.deletions} />
    </>
  );
}
