import { cellsOf, columnsFor, finding, headingOf, shown, someRows, type Trap } from './sample.ts';

/** One key on several rows that differ otherwise; rows that are wholly alike are one row twice, and are told so. */
export const duplicateIds: Trap = (sample) => {
  if (Object.values(sample.fields).every((index) => index < 0)) return [];
  return columnsFor(sample, 'key', 'code').flatMap((index) => {
    const rowsOf = new Map<string, number[]>();
    for (const { text, row } of cellsOf(sample, index)) rowsOf.set(text, [...(rowsOf.get(text) ?? []), row]);
    const repeated = [...rowsOf].filter(([, rows]) => rows.length > 1);
    const [first] = repeated;
    if (!first) return [];
    const text = (row: number) => (sample.rows[row - sample.firstRow] ?? []).join('\t');
    const areAlike = repeated.every(([, rows]) => rows.every((row) => text(row) === text(rows[0] ?? 0)));
    const values = {
      column: headingOf(sample, index),
      ids: repeated.length,
      example: shown(first[0]),
      examples: someRows(first[1]),
    };
    return [finding(areAlike ? 'info' : 'warn', areAlike ? 'repeated_rows' : 'duplicate_ids', values)];
  });
};
