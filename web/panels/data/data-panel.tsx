import { lazy, Suspense } from 'react';
import { setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Loading } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { AccessTab } from './access-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';

/** Bringing files in is fetched by those who do. */
const ImportPage = lazy(async () => ({ default: (await import('./imports/import-page.tsx')).ImportPage }));
const ImportView = lazy(async () => ({ default: (await import('./imports/import-view.tsx')).ImportView }));
const KeptTab = lazy(async () => ({ default: (await import('./kept/kept-tab.tsx')).KeptTab }));

const tabs = ['sources', 'import', 'kept', 'access', 'log'] as const;

/** Data: what is loaded, bringing in more, what is kept, how other programs read it, and the log. */
export function DataPanel() {
  const { t } = useText();
  const { filter } = useAddress();
  const { session } = useWorkspace();
  // The reviewer comes for the log.
  const own = session.may.readLog ? 'log' : 'sources';
  const tab = tabs.find((one) => one === filter['tab']) ?? own;
  const seesKept = ['administrator', 'reviewer', 'analyst'].includes(session.account.role);
  if (tab === 'import' && filter['import']) {
    return (
      <Suspense fallback={<Loading label={t.common.loading} />}>
        <ImportView key={filter['import']} id={filter['import']} />
      </Suspense>
    );
  }
  return (
    <Panel title={t.shell.places.data}>
      <Tabs
        label={t.data.tabs.label}
        value={tab}
        onChange={(next) => setFilter('tab', next === own ? null : next)}
        tabs={tabs.filter((id) => id !== 'kept' || seesKept).map((id) => ({ id, label: t.data.tabs[id] }))}
      >
        <Suspense fallback={<Loading label={t.common.loading} />}>
          {tab === 'sources' && <SourcesTab />}
          {tab === 'import' && <ImportPage />}
          {tab === 'kept' && <KeptTab />}
          {tab === 'access' && <AccessTab />}
          {tab === 'log' && <LogTab />}
        </Suspense>
      </Tabs>
    </Panel>
  );
}
