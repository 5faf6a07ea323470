import { useState, type KeyboardEvent } from 'react';
import { classNames } from './class-names.ts';
import { Field, type Labelled } from './field.tsx';
import styles from './field.module.css';

interface NumberFieldProps extends Labelled {
  readonly value: number | null;
  /** Called when the number is finished: on Enter, on leaving the field, on an arrow key. */
  readonly onCommit: (value: number | null) => void;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly decimals?: number;
  readonly decimalSign?: ',' | '.';
  /** Shown when there is no number, which may then also be typed as nothing. */
  readonly emptyText?: string;
  readonly rangeError: (min: number, max: number) => string;
  readonly readOnly?: boolean;
}

/** A number with its unit. Both decimal signs are read; arrows step; a number out of range is said and not taken. */
export function NumberField(props: NumberFieldProps) {
  const { value, onCommit, unit, min, max, step = 1, decimals = 0, decimalSign = ',', emptyText, rangeError } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const written = value === null ? '' : value.toFixed(decimals).replace('.', decimalSign);

  function commit(text: string): void {
    setTyped(null);
    setFault(null);
    const cleaned = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
    if (cleaned === '' && emptyText !== undefined) return onCommit(null);
    const number = Number(Number(cleaned).toFixed(decimals));
    if (cleaned === '' || !Number.isFinite(number) || number < min || number > max)
      return setFault(rangeError(min, max));
    if (number !== value) onCommit(number);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') commit(event.currentTarget.value);
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const stepped = (value ?? min) + (event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1);
      onCommit(Math.min(max, Math.max(min, stepped)));
    }
  }
  return (
    <Field
      label={props.label}
      hint={props.hint}
      error={fault ?? props.error}
      {...(props.hideLabel && { hideLabel: true })}
    >
      {({ id, describedBy }) => (
        <span className={styles['withUnit']}>
          <input
            id={id}
            inputMode="decimal"
            className={classNames(styles['input'], 'figures')}
            value={typed ?? written}
            placeholder={emptyText}
            readOnly={props.readOnly}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={(event) => typed !== null && commit(event.target.value)}
            onKeyDown={onKeyDown}
            aria-describedby={describedBy}
            aria-invalid={fault ? true : undefined}
          />
          <span className={styles['unit']}>{unit}</span>
        </span>
      )}
    </Field>
  );
}
