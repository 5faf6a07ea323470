import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatDate } from '#core/format/date.ts';
import type { ImportKind, ImportMapping } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/panel.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ImportProblem } from './import-problem.tsx';
import type { Describing } from './describing.ts';
import { settingsToKeep, withProposal } from './edit-settings.ts';
import styles from './imports.module.css';

/** Choices stored for next year's file of the same kind, shared by those who import. */
export function NamedMappings(describing: Describing) {
  const kind = describing.settings.kind ?? describing.description.kind;
  // How a secret file is made up is not shared.
  return kind && kind !== 'planned-mounts' && <Mappings kind={kind} {...describing} />;
}

function Mappings({ kind, description, settings, onChange }: Describing & { readonly kind: ImportKind }) {
  const { words } = useImportText();
  const say = words.imports.mappings;
  const toast = useToast();
  const client = useQueryClient();
  const { queryKey } = importQueries.mappings(kind);
  const mappings = useQuery(importQueries.mappings(kind));
  const remove = useMutation({
    mutationFn: ({ name }: ImportMapping) => importCommands.deleteMapping(name),
    onSuccess: (_, mapping) => {
      toast({
        text: say.removed(mapping.name),
        action: { label: words.imports.mappings.save, onClick: () => void restore(mapping) },
      });
      return client.invalidateQueries({ queryKey });
    },
  });
  async function restore(mapping: ImportMapping): Promise<void> {
    await importCommands.saveMapping(mapping.name, mapping.kind, mapping.settings);
    await client.invalidateQueries({ queryKey });
  }
  const error = mappings.error ?? remove.error;
  return (
    <Section title={say.title}>
      <p className={styles['quiet']}>{say.intro}</p>
      {error && <ImportProblem error={error} />}
      {mappings.data && mappings.data.length > 0 && (
        <ul className={styles['mappings']}>
          {mappings.data.map((mapping) => (
            <li key={mapping.name}>
              <span>
                <strong>{mapping.name}</strong>
                <span className={styles['jobNote']}>
                  {mapping.savedBy
                    ? say.savedBy(formatDate(mapping.savedAt), mapping.savedBy)
                    : formatDate(mapping.savedAt)}
                </span>
              </span>
              <Button
                onClick={() => {
                  onChange(withProposal(settings, mapping.settings));
                  toast({ text: say.taken(mapping.name) });
                }}
              >
                {say.use}
                <span className="visually-hidden">{` ${mapping.name}`}</span>
              </Button>
              <Button kind="quiet" onClick={() => remove.mutate(mapping)}>
                {say.remove}
                <span className="visually-hidden">{` ${mapping.name}`}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SaveMapping
        names={mappings.data?.map(({ name }) => name) ?? []}
        onSave={async (name) => {
          await importCommands.saveMapping(name, kind, settingsToKeep(description, settings));
          toast({ text: say.saved(name) });
          await client.invalidateQueries({ queryKey });
        }}
      />
    </Section>
  );
}

function SaveMapping({ names, onSave }: { names: readonly string[]; onSave: (name: string) => Promise<void> }) {
  const { t, words } = useImportText();
  const say = words.imports.mappings;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  // The press and the form take each other's place: whoever uses the keyboard goes along.
  useEffect(() => {
    if (isOpen !== wasOpen.current) box.current?.querySelector<HTMLElement>('input, button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const save = useMutation({
    mutationFn: onSave,
    onSuccess: () => {
      setName('');
      setOpen(false);
    },
  });
  if (!isOpen) {
    return (
      <div ref={box}>
        <Button onClick={() => setOpen(true)}>{say.save}</Button>
      </div>
    );
  }
  return (
    <div ref={box}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(name.trim() === '');
          if (name.trim() !== '') save.mutate(name.trim());
        }}
      >
        <TextField
          label={say.name}
          placeholder={say.namePlaceholder}
          value={name}
          onChange={setName}
          maxLength={80}
          hint={names.includes(name.trim()) ? say.replaces : undefined}
          error={isMissing && name.trim() === '' ? say.nameMissing : null}
        />
        {save.error && <ImportProblem error={save.error} />}
        <div className={styles['actions']}>
          <Button type="submit" busy={save.isPending && t.common.saving}>
            {t.common.save}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t.common.cancel}
          </Button>
        </div>
      </form>
    </div>
  );
}
