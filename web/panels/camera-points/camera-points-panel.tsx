import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';

export function CameraPointsPanel() {
  const { t } = useText();
  return <Panel title={t.shell.places['camera-points']}>{null}</Panel>;
}
