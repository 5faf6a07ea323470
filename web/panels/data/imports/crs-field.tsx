import { useState } from 'react';
import { useImportText } from '../../../text/use-import-text.ts';
import { Checkbox, Select } from '../../../ui/field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { coordinateSystems } from './coordinate-systems.ts';
import type { Describing } from './describing.ts';
import styles from './imports.module.css';

const localZone = /^SWEREF 99 \d/;

/** The coordinate system: as the file says, as guessed, one of the usual, or any by its EPSG number. */
export function CrsField({ description: { crs }, settings, onChange }: Describing) {
  const { words, t } = useImportText();
  const say = words.imports.describe;
  const isUsual = coordinateSystems.some(({ epsg }) => epsg === settings.crs);
  const [isOther, setOther] = useState(settings.crs !== undefined && !isUsual);
  const showsOther = isOther || (settings.crs !== undefined && !isUsual);
  const own = crs === null ? say.chooseCrs : crs.guessed ? say.guessed(crs.name) : say.crsFromFile(crs.name);
  function choose(value: string): void {
    setOther(value === 'other');
    if (value !== 'other' && value !== '') onChange({ ...settings, crs: Number(value) });
  }
  return (
    <div className={styles['form']}>
      <Select
        label={say.crs}
        value={showsOther ? 'other' : String(settings.crs ?? '')}
        onChange={choose}
        options={[
          ...(settings.crs === undefined ? [{ value: '', label: own }] : []),
          ...coordinateSystems.map(({ epsg, name }) => ({
            value: String(epsg),
            label: name,
            group: localZone.test(name) ? say.crsGroups.zones : say.crsGroups.common,
          })),
          { value: 'other', label: say.crsOther },
        ]}
      />
      {showsOther && (
        <NumberField
          label={say.crsCode}
          value={settings.crs ?? null}
          onCommit={(value) => value !== null && onChange({ ...settings, crs: value })}
          unit={say.crsUnit}
          min={1024}
          max={999999}
          rangeError={(min, max) => t.common.between(String(min), String(max))}
        />
      )}
      <Checkbox
        label={say.swapAxes}
        checked={settings.swapAxes ?? false}
        onChange={(swapAxes) => onChange({ ...settings, swapAxes })}
      />
    </div>
  );
}
