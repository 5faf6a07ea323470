import { formatNumber, type Locale } from '../format/number.ts';

export type Values = Readonly<Record<string, string | number>>;
/** A sentence made of values. */
export type Say = (values: Values) => string;

/** Why stacked points are no places: Swedish, English. */
export const stackingWhy: Readonly<Record<string, readonly [string, string]>> = {
  MANY_PER_POINT: ['hundratals händelser på varje punkt', 'hundreds of incidents on each point'],
  FEW_POINTS: ['få punkter i allt och många händelser på varje', 'few points in all with many incidents on each'],
  ONE_POINT_DOMINATES: [
    'mer än var femte händelse på en och samma punkt',
    'more than every fifth incident on one point',
  ],
};

/** The layers of an extract: Swedish, English. */
export const layerNames: Readonly<Record<string, readonly [string, string]>> = {
  place: ['Platser', 'Places'],
  building: ['Byggnader', 'Buildings'],
  mast: ['Stolpar och master', 'Poles and masts'],
  street: ['Gator och spår', 'Streets and rails'],
  land: ['Mark', 'Land'],
  camera: ['Kameror', 'Cameras'],
};

export const countWords = {
  sv: {
    read: 'lästa',
    new: 'nya',
    changed: 'ändrade',
    same: 'oförändrade',
    gone: 'borttagna',
    refused: 'avvisade',
  },
  en: { read: 'read', new: 'new', changed: 'changed', same: 'same', gone: 'gone', refused: 'refused' },
} as const;

/** "4 637 nya, 3 borttagna": what is not zero. */
export function countsOf(counts: Values, locale: Locale): string {
  return (['new', 'changed', 'same', 'gone'] as const)
    .filter((key) => Number(counts[key]) > 0)
    .map((key) => `${formatNumber(Number(counts[key]), locale)} ${countWords[locale][key]}`)
    .join(', ');
}
