import styles from './charts.module.css';

interface StepLineProps {
  /** How many steps there are, and how many are reached. */
  readonly count: number;
  readonly reached: number;
  /** The step after the reached one is waited for. */
  readonly isWaiting: boolean;
  /** Where it stands, in words: what a reader hears. */
  readonly label: string;
}

const step = 16;
const height = 12;

/** How far something has come: reached steps filled, the next one ringed when it is waited for. */
export function StepLine({ count, reached, isWaiting, label }: StepLineProps) {
  const at = (order: number) => 6 + order * step;
  return (
    <svg
      viewBox={`0 0 ${12 + (count - 1) * step} ${height}`}
      width={12 + (count - 1) * step}
      height={height}
      role="img"
      aria-label={label}
      className={styles['steps']}
    >
      <path d={`M${at(0)} ${height / 2}H${at(count - 1)}`} className={styles['stepsRest']} />
      {reached > 1 && <path d={`M${at(0)} ${height / 2}H${at(reached - 1)}`} className={styles['stepsDone']} />}
      {Array.from({ length: count }, (_, order) => (
        <circle
          key={order}
          cx={at(order)}
          cy={height / 2}
          r={order === reached - 1 ? 4.5 : 3}
          className={styles[order < reached ? 'stepDone' : order === reached && isWaiting ? 'stepWaiting' : 'stepLeft']}
        />
      ))}
    </svg>
  );
}
