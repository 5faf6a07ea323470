import { ImportFault } from './fault.ts';
import type { Table } from './readers/table.ts';

/** The names that a field's column is known by, most telling first; compared without case, spaces and marks. */
export type FieldNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Which column holds which field: by `field=column` from the one who imports, else by name. */
export interface Columns<Field extends string> {
  /** The column's number, or -1. */
  readonly index: Readonly<Record<Field, number>>;
  /** What was understood, for the report: field and heading. */
  readonly used: readonly (readonly [field: string, heading: string])[];
}

/**
 * @throws ImportFault when a column that was asked for is not in the file.
 */
export function findColumns<Field extends string>(
  table: Pick<Table, 'header' | 'wktColumn'>,
  names: FieldNames<Field>,
  mapping: ReadonlyMap<string, string>,
): Columns<Field> {
  const headings = table.header.map(plainName);
  const taken = new Set<number>(table.wktColumn === null ? [] : [table.wktColumn]);
  const index = {} as Record<Field, number>;
  const fields = Object.keys(names) as Field[];
  for (const field of fields) {
    const asked = mapping.get(field);
    if (asked === undefined) continue;
    if (asked === '') {
      index[field] = -1;
      continue;
    }
    const exact = table.header.indexOf(asked);
    index[field] = exact >= 0 ? exact : headings.indexOf(plainName(asked));
    if (index[field] < 0)
      throw new ImportFault('no_such_column', { field, column: asked, columns: table.header.join(', ') });
    taken.add(index[field]);
  }
  for (const field of fields) {
    if (index[field] !== undefined) continue;
    const found = names[field]
      .map((name) => headings.indexOf(plainName(name)))
      .find((position) => position >= 0 && !taken.has(position));
    index[field] = found ?? -1;
    if (found !== undefined) taken.add(found);
  }
  const used = fields
    .filter((field) => index[field] >= 0)
    .map((field) => [field, table.header[index[field]] ?? ''] as const);
  return { index, used };
}

/** "Crime type", "crime_type" and "Crime-Type" are one name; so are "Område" and "omrade". */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s_\-.’']/g, '');
}

/** A row's text under a column, trimmed; empty when the row or the file has none. */
export function cell(row: readonly string[], index: number): string {
  return index < 0 ? '' : (row[index] ?? '').trim();
}
