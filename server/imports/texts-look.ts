import type { Locale } from '#core/format/number.ts';

const sv = {
  format: 'Format',
  headings: 'Rubrikernas rad',
  layers: 'Lager eller blad',
  kind: 'Slag',
  unknown: 'går inte att se; ange kind=<slag>',
  crs: 'Koordinatsystem',
  missing: 'saknas',
  notStored: 'Lagras inte',
};

const en: typeof sv = {
  format: 'Format',
  headings: 'Row of headings',
  layers: 'Layers or sheets',
  kind: 'Kind',
  unknown: 'cannot be seen; give kind=<kind>',
  crs: 'Coordinate system',
  missing: 'missing',
  notStored: 'Not stored',
};

/** The words of `look` on the command line. */
export function lookTexts(locale: Locale): typeof sv {
  return locale === 'sv' ? sv : en;
}
