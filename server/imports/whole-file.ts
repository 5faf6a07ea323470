import type { Job } from './job.ts';

/**
 * What the one who imports says of the whole file where it has no column for it: `year=2024`, `category=drug`. On the command
 * line a field and a choice of the same name are written alike, so a word that is no heading and makes sense as a value is
 * the value. A field without one is an empty text, and its column stands in the mapping.
 */
export function wholeFile<Field extends string>(
  { options, mapping }: Pick<Job, 'options' | 'mapping'>,
  header: readonly string[],
  isValue: Readonly<Record<Field, (text: string) => boolean>>,
): { readonly values: Readonly<Record<Field, string>>; readonly mapping: ReadonlyMap<string, string> } {
  const left = new Map(mapping);
  const values = {} as Record<Field, string>;
  for (const field of Object.keys(isValue) as Field[]) {
    const said = mapping.get(field) ?? '';
    const isSaid = said !== '' && !header.includes(said) && isValue[field](said);
    if (isSaid) left.delete(field);
    values[field] = options.get(field) ?? (isSaid ? said : '');
  }
  return { values, mapping: left };
}
