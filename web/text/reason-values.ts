import { crimeType } from '#core/evidence/crime-types.ts';
import { PLACE_TYPES } from '#core/evidence/place-types.ts';
import { formatNumber, type Locale } from '#core/format/number.ts';
import { MINIMUM_COUNT } from '#core/survey/too-few.ts';
import { incidentCategories } from '#core/wire/layers.ts';
import type { Reason } from '#core/wire/suggestions.ts';

/** The values of a reason, as server/core/suggest and the runner give them. */
export type ReasonParams = Reason['params'];

/** Writes the values of a reason in one language. What is not there is written as nothing, and never as a code. */
export function reasonValues(locale: Locale, words: { readonly fewer: string; readonly somewhere: string }) {
  const number = (params: ReasonParams, key: string) => Number(params[key] ?? 0);
  const text = (params: ReasonParams, key: string) => String(params[key] ?? '').trim();
  const nameOf = (named: { readonly nameSv: string; readonly nameEn: string } | undefined) =>
    (locale === 'sv' ? named?.nameSv : named?.nameEn) ?? words.somewhere;
  return {
    number,
    text,
    figure: (params: ReasonParams, key: string) => formatNumber(number(params, key), locale),
    /** A count of crimes: one to four are not told apart. */
    count: (params: ReasonParams, key = 'count') => {
      const count = number(params, key);
      return count > 0 && count < MINIMUM_COUNT ? words.fewer : formatNumber(count, locale);
    },
    /** A fall as a positive per cent: the change -14 is "14". */
    fall: (params: ReasonParams, key: string) => formatNumber(Math.abs(number(params, key)), locale),
    /** In brackets, when there is one. */
    named: (params: ReasonParams) => (text(params, 'name') ? ` (${text(params, 'name')})` : ''),
    category: (params: ReasonParams) => {
      const code = incidentCategories.find((category) => category === params['category']);
      return nameOf(code && crimeType(code));
    },
    placeType: (params: ReasonParams) => nameOf(PLACE_TYPES.find(({ code }) => code === params['placeType'])),
  };
}

/** The first letter large: a sentence may begin with a word that comes from somewhere else. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "20–03": hours by the clock, two figures each. */
export function clockHours(from: number, to: number): string {
  const hour = (value: number) => String(value).padStart(2, '0');
  return `${hour(from)}–${hour(to)}`;
}
