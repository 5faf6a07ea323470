import { setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { AccessTab } from './access-tab.tsx';
import { ImportTab } from './import-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';

const tabs = ['sources', 'import', 'access', 'log'] as const;

/** Data: what is loaded, how more is loaded, how other programs read it, and the log. */
export function DataPanel() {
  const { t } = useText();
  const { filter } = useAddress();
  const { session } = useWorkspace();
  // The reviewer comes for the log.
  const own = session.may.readLog ? 'log' : 'sources';
  const tab = tabs.find((one) => one === filter['tab']) ?? own;
  return (
    <Panel title={t.shell.places.data}>
      <Tabs
        label={t.data.tabs.label}
        value={tab}
        onChange={(next) => setFilter('tab', next === own ? null : next)}
        tabs={tabs.map((id) => ({ id, label: t.data.tabs[id] }))}
      >
        {tab === 'sources' && <SourcesTab />}
        {tab === 'import' && <ImportTab />}
        {tab === 'access' && <AccessTab />}
        {tab === 'log' && <LogTab />}
      </Tabs>
    </Panel>
  );
}
