import type { ImportNote } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Section } from '../../../ui/panel.tsx';
import { noteWords } from './import-words.ts';
import styles from './imports.module.css';

/** What is good to know of what was read, one sentence each. */
export function NoteList({ notes }: { notes: readonly ImportNote[] }) {
  const { words } = useImportText();
  // Which columns were taken was chosen here, by their names and not by the command line's.
  const told = notes.filter(({ code }) => code !== 'understood');
  const sentences = [...new Set(told.map((note) => noteWords(words, note)))];
  if (sentences.length === 0) return null;
  return (
    <Section title={words.imports.review.notes}>
      <ul className={styles['notes']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}
