import type { Locale } from '#core/format/number.ts';

type Values = Readonly<Record<string, string | number>>;
type Hint = (values: Values) => string;

/** How the command line is told what a sentence asks for: Swedish, English. The page has fields and choices instead. */
const hints: Readonly<Record<string, readonly [Hint, Hint]>> = {
  unknown_argument: [() => 'Skriv fält=kolumn eller val=värde.', () => 'Write field=column or option=value.'],
  not_a_choice: [({ name }) => `Skriv ${name}=…`, ({ name }) => `Write ${name}=…`],
  option_needed: [({ name }) => `Skriv ${name}=…`, ({ name }) => `Write ${name}=…`],
  column_needed: [({ field }) => `Skriv ${field}=<kolumn>.`, ({ field }) => `Write ${field}=<column>.`],
  no_positions: [() => 'Skriv lon=<kolumn> lat=<kolumn>.', () => 'Write lon=<column> lat=<column>.'],
  no_crs: [() => 'Skriv till exempel crs=3006 eller crs=3011.', () => 'Write for example crs=3006 or crs=3011.'],
  not_in_crs: [() => 'Skriv till exempel crs=3006.', () => 'Write for example crs=3006.'],
  several_layers: [() => 'Skriv layer=…', () => 'Write layer=…'],
  source_of_other_kind: [() => 'Skriv source=…', () => 'Write source=…'],
  choose_area_set: [({ sets }) => (sets ? 'Skriv set=…' : ''), ({ sets }) => (sets ? 'Write set=…' : '')],
  no_such_organisation: [() => 'Skriv organisation_name=<namn>.', () => 'Write organisation_name=<name>.'],
  measure_needed: [
    () => 'Skriv measure=INDEX_0_6, measure=PERCENT eller measure=INDEX, eller en kolumn för det.',
    () => 'Write measure=INDEX_0_6, measure=PERCENT or measure=INDEX, or a column for it.',
  ],
  instance_named: [() => 'Annat namn: municipality=<namn>.', () => 'Another name: municipality=<name>.'],
  example_here: [() => 'Ange DATA_DIR eller DATABASE_URL.', () => 'Set DATA_DIR or DATABASE_URL.'],
  no_category_column: [
    () => 'Skriv category=<kolumn>, eller till exempel category=violence.',
    () => 'Write category=<column>, or for example category=violence.',
  ],
  totals_aside: [() => 'Skriv totals=keep.', () => 'Write totals=keep.'],
};

/** A sentence with how to do on the command line what it asks for. */
export function withHint(sentence: string, code: string, values: Values, locale: Locale): string {
  const hint = hints[code]?.[locale === 'sv' ? 0 : 1](values);
  return hint ? `${sentence} ${hint}` : sentence;
}
