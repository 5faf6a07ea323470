import { createContext, use } from 'react';
import { formatNumber, formatPercent, formatQuantity, type Locale } from '#core/format/number.ts';
import type { Words } from './words.ts';

interface Language {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly words: Words;
}
export const LanguageContext = createContext<Language | null>(null);

export interface Text {
  readonly t: Words;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly number: (value: number, decimals?: number) => string;
  /** A share, 0-1, as per cent. */
  readonly percent: (share: number, decimals?: number) => string;
  readonly quantity: (value: number, unit: string, decimals?: number) => string;
  /** A length in metres, written in m up to a kilometre and in km from there. */
  readonly length: (length_m: number) => string;
  /** The one of two names that belongs to the language. */
  readonly name: (named: { readonly nameSv: string; readonly nameEn: string }) => string;
}

/** The words and the way to write numbers in the reader's language. */
export function useText(): Text {
  const language = use(LanguageContext);
  if (!language) throw new Error('useText outside the language');
  const { locale, setLocale, words } = language;
  return {
    t: words,
    locale,
    setLocale,
    number: (value, decimals) => formatNumber(value, locale, decimals),
    percent: (share, decimals) => formatPercent(share, locale, decimals),
    quantity: (value, unit, decimals) => formatQuantity(value, unit, locale, decimals),
    length: (length_m) =>
      length_m < 1000
        ? formatQuantity(length_m, 'm', locale)
        : formatQuantity(length_m / 1000, 'km', locale, length_m < 10_000 ? 2 : 1),
    name: ({ nameSv, nameEn }) => (locale === 'sv' ? nameSv : nameEn),
  };
}
