import type { Figure } from './figure.ts';

const headings = ['figure', 'value', 'beside', 'ratio', 'bar', ''] as const;

/** The figures as a Markdown table, which reads as well on a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, versus, ratio, bar, ok }) => [
    name,
    `${grouped(value)} ${unit}`,
    versus ? `${versus.name} ${grouped(versus.value)}` : '',
    ratio === null ? '' : String(ratio),
    bar ?? '',
    ok === null ? '' : ok ? 'met' : 'MISSED',
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** 325 069, with thin spaces from five figures on. */
function grouped(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
