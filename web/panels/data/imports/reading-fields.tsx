import type { ImportSettings } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Select } from '../../../ui/field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Facts, Section } from '../../../ui/panel.tsx';
import { CrsField } from './crs-field.tsx';
import type { Describing } from './describing.ts';
import { withLayer } from './edit-settings.ts';
import styles from './imports.module.css';

const encodings = ['UTF-8', 'ISO-8859-1', 'UTF-16'] as const;
const delimiters = [';', ',', '\t', '|'] as const;
/** Kinds whose rows have no position of their own: the area is. */
const withoutPosition: readonly (string | null)[] = ['survey', 'population', 'area-counts'];

/** Format, encoding, separator, heading row, layer, coordinate system: each guessed, each changeable. */
export function ReadingFields({ description, settings, onChange }: Describing) {
  const { words, number, t } = useImportText();
  const say = words.imports.describe;
  const { layers } = description;
  // What is chosen stands alone; what is guessed says so until it is chosen.
  const guess = (isGuessed: boolean, value: string | undefined) =>
    isGuessed && value ? [{ value: '' as const, label: say.guessed(value) }] : [];
  return (
    <Section title={say.reading}>
      <Facts items={[[say.format, description.format]]} />
      <div className={styles['pairs']}>
        {layers.length > 1 && (
          <Select
            label={say.layer}
            value={settings.layer ?? description.layer ?? ''}
            onChange={(layer) => onChange(withLayer(settings, layer))}
            options={[
              ...(description.layer === null && !settings.layer ? [{ value: '', label: t.common.none }] : []),
              ...layers.map(({ name, rows }) => ({
                value: name,
                label: rows === null ? name : say.layerRows(name, number(rows)),
              })),
            ]}
          />
        )}
        {description.encoding !== null && (
          <Select<NonNullable<ImportSettings['encoding']> | ''>
            label={say.encoding}
            value={settings.encoding ?? ''}
            onChange={(value) => value !== '' && onChange({ ...settings, encoding: value })}
            options={[
              ...guess(settings.encoding === undefined, description.encoding),
              ...encodings.map((value) => ({ value, label: value })),
            ]}
          />
        )}
        {description.delimiter !== null && (
          <Select<NonNullable<ImportSettings['delimiter']> | ''>
            label={say.delimiter}
            value={settings.delimiter ?? ''}
            onChange={(value) => value !== '' && onChange({ ...settings, delimiter: value })}
            options={[
              ...guess(settings.delimiter === undefined, say.delimiters[description.delimiter]),
              ...delimiters.map((value) => ({ value, label: say.delimiters[value] ?? value })),
            ]}
          />
        )}
        {description.headingRow !== null && (
          <NumberField
            label={say.headingRow}
            hint={say.headingRowHint}
            value={settings.headingRow ?? description.headingRow}
            onCommit={(value) => value !== null && onChange({ ...settings, headingRow: value })}
            unit={say.unitRow}
            min={0}
            max={100}
            rangeError={(min, max) => t.common.between(number(min), number(max))}
          />
        )}
        {!withoutPosition.includes(settings.kind ?? description.kind) && (
          <CrsField description={description} settings={settings} onChange={onChange} />
        )}
      </div>
    </Section>
  );
}
