import type { Swatch } from '../../map/layer.ts';
import { useText } from '../../text/use-text.ts';
import styles from './legend.module.css';

interface RampProps {
  readonly swatch: Extract<Swatch, { kind: 'ramp' }>;
  /** One a colour, where they differ. */
  readonly opacities?: readonly number[];
}

/** Classes in their order with the values between them; at most five figures, so that they can be read. */
export function Ramp({ swatch: { colours, opacity = 1, ends = [], threshold }, opacities }: RampProps) {
  const { number } = useText();
  const every = ends.length > 7 ? 2 : 1;
  return (
    <div className={styles['ramp']}>
      <div className={styles['colours']}>
        {colours.map((colour, order) => (
          <span
            key={colour}
            className={order === threshold ? styles['threshold'] : undefined}
            style={{ background: colour, opacity: opacities?.[order] ?? opacity }}
          />
        ))}
      </div>
      <div className={styles['ends']}>
        {ends.map((end, order) =>
          order % every === 0 ? (
            <span
              key={end}
              className={order === threshold ? styles['marked'] : undefined}
              style={{ left: `${(order * 100) / colours.length}%` }}
            >
              {number(end, order === threshold ? 2 : end % 1 ? 1 : 0)}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}
