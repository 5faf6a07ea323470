import type { ImportField } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Select } from '../../../ui/field.tsx';
import { Section } from '../../../ui/panel.tsx';
import type { Describing } from './describing.ts';
import { withColumn } from './edit-settings.ts';
import { capital, fieldWords } from './import-words.ts';
import styles from './imports.module.css';

const none = '';
/** Keeps an empty choice apart from a heading, which may be anything. */
const headed = (column: string) => `=${column}`;

/** Which column each field is taken from, with what stands in it. Required ones first. */
export function MappingFields(describing: Describing) {
  const { words } = useImportText();
  const say = words.imports.describe;
  const { fields } = describing.description;
  if (fields.length === 0) return null;
  const inOrder = [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
  return (
    <Section title={say.columns}>
      <p className={styles['quiet']}>{say.columnsIntro}</p>
      <div className={styles['mapping']}>
        <div className={styles['mappingHead']} aria-hidden="true">
          <span>{say.field}</span>
          <span>{say.column}</span>
          <span>{say.examples}</span>
        </div>
        <ul>
          {inOrder.map((field) => (
            <FieldRow key={field.field} field={field} {...describing} />
          ))}
        </ul>
      </div>
    </Section>
  );
}

function FieldRow({ field, description, settings, onChange }: Describing & { readonly field: ImportField }) {
  const { words } = useImportText();
  const say = words.imports.describe;
  const name = capital(fieldWords(words, field.field));
  const chosen = settings.mapping?.[field.field];
  const column = chosen === undefined ? field.column : chosen;
  const examples = chosen === undefined || chosen === field.column ? field.examples : [];
  const isMissing = field.required && column === null;
  return (
    <li className={styles['mappingRow']} data-missing={isMissing || undefined}>
      <span className={styles['fieldName']}>
        {name}
        {field.required && <span className={styles['required']}>{say.required}</span>}
      </span>
      <Select
        label={field.required ? `${name}, ${say.required}` : name}
        hideLabel
        value={column === null ? none : headed(column)}
        onChange={(value) => onChange(withColumn(settings, field.field, value === none ? null : value.slice(1)))}
        options={[
          { value: none, label: say.noColumn },
          ...description.header.map((heading) => ({
            value: headed(heading),
            label: heading === field.column && field.guessed && chosen === undefined ? say.guessed(heading) : heading,
          })),
        ]}
      />
      <span className={styles['examples']}>
        {column !== null && (examples.filter(Boolean).slice(0, 3).join(' · ') || say.noExamples)}
      </span>
    </li>
  );
}
