import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import { change } from '../shell/rail.tsx';
import styles from './camera-points.module.css';

/** Where one would look for "add": whose the camera points are, and where to go instead. */
export function CreateHint({ isPlanner }: { isPlanner: boolean }) {
  const { t } = useText();
  const words = t.cameraPoints.create;
  return (
    <Section>
      <p>
        {isPlanner ? words.planner : words.liaison}{' '}
        <button
          type="button"
          className={styles['link']}
          onClick={() => go(isPlanner ? change('coverage') : { ...change('data'), filter: { tab: 'import' } })}
        >
          {isPlanner ? words.toCoverage : words.toData}
        </button>
      </p>
    </Section>
  );
}
