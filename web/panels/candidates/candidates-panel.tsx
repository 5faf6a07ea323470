import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';

export function CandidatesPanel() {
  const { t } = useText();
  return <Panel title={t.shell.places.candidates}>{null}</Panel>;
}
