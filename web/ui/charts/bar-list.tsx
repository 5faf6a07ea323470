import { barWidth } from './scale.ts';
import styles from './charts.module.css';

export interface Bar {
  readonly id: string;
  readonly label: string;
  /** Null: there is one, but it is not told. */
  readonly value: number | null;
  /** The value as it is written, or the words for why there is none. */
  readonly figure: string;
}

interface BarListProps {
  readonly caption: string;
  readonly bars: readonly Bar[];
  /** The value that fills the width; the largest of the bars otherwise. */
  readonly full?: number;
}

/** Counts as bars from a common zero line, name before and figure after: a table that also can be seen. */
export function BarList({ caption, bars, full }: BarListProps) {
  const largest = full ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <table className={styles['bars']}>
      <caption>{caption}</caption>
      <tbody>
        {bars.map(({ id, label, value, figure }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className={styles['barCell']}>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                {value === null ? (
                  <rect x={0} y={1} width={barWidth(4, largest)} height={8} className={styles['barHidden']} />
                ) : (
                  <rect x={0} y={1} width={barWidth(value, largest)} height={8} className={styles['bar']} />
                )}
                <path d="M0 0V10" className={styles['barZero']} />
              </svg>
            </td>
            <td className={styles['barFigure']}>{figure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
