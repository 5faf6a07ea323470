import { useQuery } from '@tanstack/react-query';
import type { SourceInfo } from '#core/wire/overlay.ts';
import { queries } from '../../api/queries.ts';
import { setFilter } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Loading } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { SourceCard } from './source-card.tsx';
import styles from './data.module.css';

/** Every source that is loaded, crimes first: of them age and gaps matter most. */
export function SourcesTab() {
  const { t } = useText();
  const sources = useQuery(queries.sources());
  if (sources.error) {
    return (
      <Section>
        <ProblemNotice error={sources.error} onRetry={() => void sources.refetch()} />
      </Section>
    );
  }
  if (!sources.data) return <Loading label={t.common.loading} lines={8} />;
  if (sources.data.length === 0) {
    return (
      <EmptyState
        title={t.data.sources.empty}
        action={
          <Button kind="primary" onClick={() => setFilter('tab', 'import')}>
            {t.data.sources.toImport}
          </Button>
        }
      >
        {t.data.sources.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles['intro']}>{t.data.sources.intro}</p>
      <ul className={styles['sources']}>
        {crimesFirst(sources.data).map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
      <p className={styles['intro']}>{t.data.sources.secret}</p>
    </>
  );
}

function crimesFirst(sources: readonly SourceInfo[]): readonly SourceInfo[] {
  return [...sources.filter(({ crime }) => crime !== null), ...sources.filter(({ crime }) => crime === null)];
}
