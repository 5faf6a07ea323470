import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import { CopyLine } from './copy-line.tsx';
import { importCommands, importKinds } from './import-commands.ts';
import styles from './data.module.css';

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
      {importKinds.map((kind) => {
        const { title, what } = words.steps[kind];
        return (
          <Section key={kind} title={title}>
            <p>{what}</p>
            <CopyLine label={title} text={importCommands[kind]} />
          </Section>
        );
      })}
      <p className={styles['intro']}>{words.more}</p>
    </>
  );
}
