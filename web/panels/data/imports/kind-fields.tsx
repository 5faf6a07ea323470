import { useState } from 'react';
import type { ImportKind } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Select, TextField } from '../../../ui/field.tsx';
import { useWorkspace } from '../../shell/workspace-context.ts';
import type { Describing } from './describing.ts';
import { withKind } from './edit-settings.ts';
import { kindWords } from './import-words.ts';
import { kindsFor } from './may-import.ts';
import styles from './imports.module.css';

/** What the file holds, with the reason for the guess, and what its source is called. */
export function KindFields({ description, settings, onChange }: Describing) {
  const { words } = useImportText();
  const say = words.imports.describe;
  const { session } = useWorkspace();
  const kinds = kindsFor(session);
  const likely = description.likelyKinds.filter(({ kind }) => kinds.includes(kind));
  const kind = settings.kind ?? description.kind;
  const because = likely.find((one) => one.kind === kind);
  const option = (one: ImportKind, group: string) => ({ value: one, label: kindWords(words, one), group });
  const options = [
    ...likely.map((one) => option(one.kind, say.likely)),
    ...kinds
      .filter((one) => !likely.some((guess) => guess.kind === one))
      .map((one) => option(one, likely.length > 0 ? say.others : say.kind)),
  ];
  return (
    <div className={styles['form']}>
      <Select<ImportKind | ''>
        label={say.kind}
        value={kind ?? ''}
        onChange={(next) => next !== '' && onChange(withKind(settings, next))}
        options={kind === null ? [{ value: '', label: say.chooseKind }, ...options] : options}
        hint={because && say.looksLike(words.file.kinds[because.kind], reasonOf(because.because))}
      />
      {/* Told by its key what it began with: another description begins it anew. */}
      <SourceField
        key={description.source}
        source={description.source}
        onCommit={(source) => onChange({ ...settings, source })}
      />
    </div>
  );

  function reasonOf({ code, values }: (typeof likely)[number]['because']): string {
    const say = words.file.findings[code] ?? words.file.notes[code];
    return say?.(values) ?? '';
  }
}

function SourceField({ source, onCommit }: { source: string; onCommit: (source: string) => void }) {
  const { words } = useImportText();
  const [typed, setTyped] = useState(source);
  return (
    <TextField
      label={words.imports.describe.source}
      hint={words.imports.describe.sourceHint}
      value={typed}
      onChange={setTyped}
      onCommit={(value) => {
        if (value.trim() === '') setTyped(source);
        else if (value.trim() !== source) onCommit(value.trim());
      }}
      maxLength={120}
    />
  );
}
