import { useState } from 'react';
import type { SuggestionRequest } from '#core/wire/suggestions.ts';
import { useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { openRun } from './open-run.ts';
import { RunList } from './run-list.tsx';
import { RunView } from './run-view.tsx';
import { SearchForm } from './search-form.tsx';

/** Platser att pröva: ask for sites to consider, and read the answer. */
export function CandidatesPanel() {
  const { t } = useText();
  const { session } = useWorkspace();
  const { run } = useAddress().filter;
  const [again, setAgain] = useState<SuggestionRequest | null>(null);
  if (run) {
    return (
      <RunView
        key={run}
        id={run}
        onAgain={(request) => {
          setAgain(request);
          openRun(null);
        }}
      />
    );
  }
  return (
    <Panel title={t.shell.places.candidates}>
      <SearchForm again={again} />
      {session.may.runSuggestions && <RunList />}
    </Panel>
  );
}
