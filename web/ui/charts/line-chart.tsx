import { useId } from 'react';
import { linePath, spreadLabels, zeroScale } from './scale.ts';
import styles from './charts.module.css';

export interface LinePoint {
  readonly year: number;
  readonly value: number | null;
  /** Why there is no value: stands on the axis where the point would be. */
  readonly gap?: string | undefined;
}

export interface Line {
  readonly id: string;
  readonly label: string;
  readonly tone: 'main' | 'women' | 'men' | 'comparison';
  readonly points: readonly LinePoint[];
}

interface LineChartProps {
  /** What the picture shows, in a sentence. */
  readonly title: string;
  readonly lines: readonly Line[];
  readonly threshold?: { readonly value: number; readonly label: string } | undefined;
  /** The end of the scale, never passed. */
  readonly limit: number;
  readonly steps: readonly number[];
  readonly format: (value: number) => string;
  readonly formatTick: (value: number) => string;
  readonly words: { readonly year: string; readonly table: string };
}

const width = 348;
const height = 208;
const plot = { left: 26, right: 128, top: 12, bottom: 24 } as const;
const labelGap = 15;
const longestLabel = 15;

/** Years as lines from zero, each named at its end. A year without a value breaks the line. The same figures stand in a table. */
export function LineChart({ title, lines, threshold, limit, steps, format, formatTick, words }: LineChartProps) {
  const titleId = useId();
  const drawn = lines.filter(({ points }) => points.some(({ value }) => value !== null));
  const values = drawn.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))].toSorted((a, b) => a - b);
  if (values.length === 0) return null;
  const first = years[0]!;
  const last = years.at(-1)!;
  const { top, ticks } = zeroScale(Math.max(...values, threshold?.value ?? 0), { steps, most: 5, limit });
  const x = (year: number) =>
    plot.left + 8 + (last === first ? 0.5 : (year - first) / (last - first)) * (width - plot.left - plot.right - 16);
  const y = (value: number) => plot.top + (height - plot.top - plot.bottom) * (1 - value / top);
  const ends = drawn.map((line) => {
    const end = line.points.findLast(({ value }) => value !== null)!;
    return { id: line.id, label: line.label, tone: line.tone as string, value: end.value!, at: y(end.value!) };
  });
  const limits = threshold ? [{ id: 'threshold', tone: 'limit', ...threshold, at: y(threshold.value) }] : [];
  const labels = spreadLabels([...ends, ...limits], { gap: labelGap, floor: height - plot.bottom });
  const everyYear = years.length <= 6;
  return (
    <figure className={styles['figure']}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId} className={styles['chart']}>
        <title id={titleId}>{title}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <path
              d={`M${plot.left} ${y(tick)}H${width - plot.right}`}
              className={tick === 0 ? styles['zero'] : styles['grid']}
            />
            <text x={plot.left - 6} y={y(tick) + 4} textAnchor="end" className={styles['quiet']}>
              {formatTick(tick)}
            </text>
          </g>
        ))}
        {years
          .filter((year) => everyYear || (last - year) % 2 === 0)
          .map((year) => (
            <text key={year} x={x(year)} y={height - 6} textAnchor="middle" className={styles['quiet']}>
              {year}
            </text>
          ))}
        {threshold && (
          <path d={`M${plot.left} ${y(threshold.value)}H${width - plot.right}`} className={styles['threshold']} />
        )}
        {gapsOf(lines).map(({ year, gap }) => (
          <text key={year} x={x(year)} y={y(0) - 5} textAnchor="middle" className={styles['gap']}>
            {gap}
          </text>
        ))}
        {drawn.map((line) => (
          <g key={line.id} className={styles[line.tone]}>
            <path d={linePath(line.points, x, y)} className={styles['line']} />
            {line.points.map(
              ({ year, value }) =>
                value !== null && <circle key={year} cx={x(year)} cy={y(value)} r={line.tone === 'main' ? 3.2 : 2.2} />,
            )}
          </g>
        ))}
        {labels.map(({ id, label, tone, value, at }) => (
          <text key={id} x={width - plot.right + 6} y={at + 4} className={`${styles['name']} ${styles[tone]}`}>
            <tspan className={styles['nameFigure']}>{format(value)}</tspan>
            <tspan dx={5}>{shortened(label)}</tspan>
          </text>
        ))}
      </svg>
      <details className={styles['tableHolder']}>
        <summary>{words.table}</summary>
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.year}</th>
                {lines.map((line) => (
                  <th key={line.id} scope="col">
                    {line.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {years.toReversed().map((year) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  {lines.map((line) => {
                    const point = line.points.find((one) => one.year === year);
                    return <td key={line.id}>{point?.value == null ? (point?.gap ?? '–') : format(point.value)}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** What is said on the axis: of the main line alone, or the words would lie on each other. */
function gapsOf(lines: readonly Line[]): readonly LinePoint[] {
  return lines
    .filter(({ tone }) => tone === 'main')
    .flatMap(({ points }) => points.filter(({ value }) => value === null));
}

/** The table holds the whole name. */
function shortened(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1).trimEnd()}…` : label;
}
