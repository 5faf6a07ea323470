import type { ImportNote } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Section } from '../../../ui/panel.tsx';
import { noteWords } from './import-words.ts';
import styles from './imports.module.css';

/** What is good to know of what was read, one sentence each. */
export function NoteList({ notes }: { notes: readonly ImportNote[] }) {
  const { words } = useImportText();
  const sentences = [...new Set(notes.map((note) => noteWords(words, note)))];
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
