import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/panel.tsx';
import { change } from '../shell/rail.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import styles from './camera-points.module.css';

/** Where one would look for "add": whose the camera points are, and where to go instead. */
export function CreateHint() {
  const { t } = useText();
  const { role } = useWorkspace().session.account;
  const words = t.cameraPoints.create;
  if (role !== 'planner' && role !== 'liaison') return null;
  const isPlanner = role === 'planner';
  return (
    <Section title={words.title}>
      <p className={styles['hint']}>{isPlanner ? words.planner : words.liaison}</p>
      <div>
        <Button onClick={() => go(isPlanner ? change('coverage') : { ...change('data'), filter: { tab: 'import' } })}>
          {isPlanner ? words.toCoverage : words.toData}
        </Button>
      </div>
    </Section>
  );
}
