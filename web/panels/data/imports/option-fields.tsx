import { useState } from 'react';
import type { ImportOption } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Select, TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/panel.tsx';
import type { Describing } from './describing.ts';
import { withOption } from './edit-settings.ts';
import { capital } from './import-words.ts';
import styles from './imports.module.css';

/** What decides which figures the rows are counted among is seen before it is too late. */
const inSight: readonly string[] = ['what'];

/** The kind's own choices: required ones in sight, the rest behind a press. */
export function OptionFields(describing: Describing) {
  const { words } = useImportText();
  const say = words.imports.describe;
  const { options } = describing.description;
  // As it was when the kind was chosen: a field does not move while somebody fills it in.
  const [first] = useState(() => options.filter(({ required, value }) => required || Boolean(value)));
  const isAsked = ({ required, name }: ImportOption) =>
    required || inSight.includes(name) || first.some((option) => option.name === name);
  const asked = options.filter(isAsked);
  const rest = options.filter((option) => !isAsked(option));
  if (options.length === 0) return null;
  return (
    <Section title={say.options}>
      {asked.length > 0 && <OptionGrid options={asked} {...describing} />}
      {rest.length > 0 && (
        <details className={styles['details']}>
          <summary>{capital(rest.map(({ name }) => words.file.options[name] ?? name).join(', '))}</summary>
          <OptionGrid options={rest} {...describing} />
        </details>
      )}
    </Section>
  );
}

function OptionGrid({ options, settings, onChange }: Describing & { readonly options: readonly ImportOption[] }) {
  return (
    <div className={styles['pairs']}>
      {options.map((option) => (
        <OptionField
          key={option.name}
          option={option}
          value={settings.options?.[option.name] ?? option.value ?? ''}
          onCommit={(value) => onChange(withOption(settings, option.name, value))}
        />
      ))}
    </div>
  );
}

interface OptionFieldProps {
  readonly option: ImportOption;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

function OptionField({ option, value, onCommit }: OptionFieldProps) {
  const { words } = useImportText();
  const say = words.imports.describe;
  const name = capital(words.file.options[option.name] ?? option.name);
  // What the server takes when nothing is chosen.
  const preset = option.name === 'what' && !option.required && !value ? option.choices?.[0] : undefined;
  const label = `${name} (${option.required ? say.required : say.optional})`;
  if (option.choices === null) return <TextOption key={value} label={label} value={value} onCommit={onCommit} />;
  return (
    <Select
      label={label}
      value={value}
      onChange={onCommit}
      options={[
        ...(option.required && value
          ? []
          : [{ value: '', label: preset ? say.preset(words.imports.choices[preset] ?? preset) : say.noChoice }]),
        ...option.choices
          .filter((choice) => choice !== preset || choice === value)
          .map((choice) => ({ value: choice, label: words.imports.choices[choice] ?? choice })),
      ]}
    />
  );
}

function TextOption({ label, value, onCommit }: { label: string; value: string; onCommit: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      label={label}
      value={typed}
      onChange={setTyped}
      onCommit={(text) => text.trim() !== value && onCommit(text.trim())}
      maxLength={200}
    />
  );
}
