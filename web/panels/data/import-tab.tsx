import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import { CopyLine } from './copy-line.tsx';
import styles from './data.module.css';

/** The kinds of files, in the order in which they build on each other. */
const kinds = ['osm', 'areas', 'survey', 'incidents', 'cameras', 'planned-mounts'] as const;

/** How data come in: one command a file. */
export function ImportTab() {
  const { t } = useText();
  const words = t.data.import;
  return (
    <>
      <Section>
        <p>{words.intro}</p>
        <p className={styles['quiet']}>{words.stop}</p>
      </Section>
      {kinds.map((kind) => {
        const { title, what } = words.steps[kind];
        return (
          <Section key={kind} title={title}>
            <p>{what}</p>
            <CopyLine label={title} text={`npm run import -- ${kind} ${words.files[kind]}`} />
          </Section>
        );
      })}
      <p className={styles['intro']}>{words.more}</p>
    </>
  );
}
