import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#core/wire/instance.ts';
import { queries } from '../../api/queries.ts';
import { useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Loading } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { CameraPanel } from './camera-panel.tsx';
import { NewSitePanel } from './new-site-panel.tsx';
import { ShownCamerasPanel } from './shown-cameras-panel.tsx';
import { SiteList } from './site-list.tsx';
import { SitePanel } from './site-panel.tsx';

/** The roles that the server gives no exact view of anything. */
const withoutExact: readonly Role[] = ['reviewer', 'administrator'];

export function CoveragePanel() {
  const { session } = useWorkspace();
  return withoutExact.includes(session.account.role) ? <ShownCamerasPanel /> : <SitesPanel />;
}

/** What is seen and by what: the list, one site, or one camera of it. */
function SitesPanel() {
  const { t } = useText();
  const { uncleared } = useWorkspace();
  const { selection } = useAddress();
  const [isPlacing, setPlacing] = useState(false);
  const sites = useQuery(queries.sites({ uncleared }));

  if (isPlacing) return <NewSitePanel onEnd={() => setPlacing(false)} />;
  if (sites.error) {
    return (
      <Panel title={t.shell.places.coverage}>
        <ProblemNotice error={sites.error} onRetry={() => void sites.refetch()} />
      </Panel>
    );
  }
  if (!sites.data) {
    return (
      <Panel title={t.shell.places.coverage}>
        <Loading label={t.common.loading} lines={8} />
      </Panel>
    );
  }
  const id = selection?.id;
  if (selection?.kind === 'camera') {
    const site = sites.data.find(({ cameras }) => cameras.some((camera) => camera.id === id));
    const camera = site?.cameras.find((one) => one.id === id);
    if (site && camera) return <CameraPanel key={camera.id} site={site} camera={camera} />;
  }
  if (selection?.kind === 'site') {
    const site = sites.data.find((one) => one.id === id);
    if (site) return <SitePanel key={site.id} site={site} />;
  }
  return <SiteList sites={sites.data} onPlace={() => setPlacing(true)} />;
}
