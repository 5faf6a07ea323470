import type { MouseEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  /** Why it cannot be used now: the button stays, says so, and does nothing. */
  readonly disabledReason?: string | null | undefined;
  /** What is under way: shown instead of the label, and the button does nothing meanwhile. */
  readonly busy?: string | false | undefined;
  readonly wide?: boolean;
  readonly pressed?: boolean;
}

/** A button is a verb. */
export function Button({
  children,
  onClick,
  kind = 'plain',
  icon,
  type = 'button',
  disabledReason,
  busy,
  wide,
  pressed,
}: ButtonProps) {
  const isOff = Boolean(disabledReason) || Boolean(busy);
  return (
    <button
      type={type}
      className={classNames(styles['button'], styles[kind], wide && styles['wide'])}
      aria-disabled={isOff || undefined}
      aria-pressed={pressed}
      title={disabledReason ?? undefined}
      onClick={(event) => (isOff ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} size={16} />}
      <span>{busy || children}</span>
      {disabledReason && <span className="visually-hidden">{` (${disabledReason})`}</span>}
    </button>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, for those who do not see it, and as a tip. */
  readonly label: string;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly disabledReason?: string | null | undefined;
  /** Room around it: on the map, over other things. */
  readonly raised?: boolean;
  readonly rotate_deg?: number;
}

export function IconButton({
  icon,
  label,
  onClick,
  pressed,
  expanded,
  disabledReason,
  raised,
  rotate_deg,
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['icon'], raised && styles['raised'])}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-disabled={disabledReason ? true : undefined}
      title={disabledReason ?? label}
      onClick={(event) => !disabledReason && onClick?.(event)}
    >
      <span style={rotate_deg ? { transform: `rotate(${rotate_deg}deg)` } : undefined} className={styles['glyph']}>
        <Icon name={icon} />
      </span>
    </button>
  );
}
