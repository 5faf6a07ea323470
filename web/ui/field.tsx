import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface Labelled {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly hideLabel?: boolean;
}

/** Label, control, hint and error in their order; the control is told which texts describe it. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  children,
}: Labelled & { readonly children: (ids: { id: string; describedBy: string | undefined }) => ReactNode }) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children({ id, describedBy })}
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends Labelled {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit?: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search' | 'date';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  readonly rows?: number;
}

/** One line of text, or several when `rows` is given. */
export function TextField({ value, onChange, onCommit, type = 'text', rows, ...rest }: TextFieldProps) {
  const { label, hint, error, hideLabel, ...input } = rest;
  return (
    <Field label={label} hint={hint} error={error} {...(hideLabel && { hideLabel })}>
      {({ id, describedBy }) =>
        rows ? (
          <textarea
            id={id}
            rows={rows}
            className={styles['input']}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => onCommit?.(value)}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            {...input}
          />
        ) : (
          <input
            id={id}
            type={type}
            className={styles['input']}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => onCommit?.(value)}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            {...input}
          />
        )
      }
    </Field>
  );
}

interface SelectProps<Value extends string> extends Labelled {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Those of one group stand together under its name, in the order given. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly group?: string }[];
  readonly disabled?: boolean;
}

export function Select<Value extends string>({ value, onChange, options, disabled, ...rest }: SelectProps<Value>) {
  return (
    <Field {...rest}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className={styles['select']}
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value as Value)}
          aria-describedby={describedBy}
        >
          {[...new Set(options.map(({ group }) => group))].map((group) => {
            const own = options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ));
            return group === undefined ? (
              own
            ) : (
              <optgroup key={group} label={group}>
                {own}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
}

interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string;
  readonly disabled?: boolean;
  /** A switch says that it takes effect at once. */
  readonly asSwitch?: boolean;
}

export function Checkbox({ label, checked, onChange, hint, disabled, asSwitch }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles['check']}>
      <input
        id={id}
        type="checkbox"
        role={asSwitch ? 'switch' : undefined}
        className={asSwitch ? styles['switch'] : styles['box']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** A choice between two to five short words, all in sight. */
export function Segmented<Value extends string>({ label, hideLabel, value, onChange, options }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles['segmented']}>
      <legend className={hideLabel ? 'visually-hidden' : styles['label']}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classNames(styles['segment'], option.value === value && styles['on'])}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
