import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';

export function DataPanel() {
  const { t } = useText();
  return <Panel title={t.shell.places.data}>{null}</Panel>;
}
