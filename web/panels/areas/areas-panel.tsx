import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';

export function AreasPanel() {
  const { t } = useText();
  return <Panel title={t.shell.places.areas}>{null}</Panel>;
}
