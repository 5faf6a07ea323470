import type { Locale } from '#core/format/number.ts';

/** What the browser remembers between visits: small choices, and never anything about the municipality. */
const localeKey = 'kamerapunkt.locale';

export function rememberedLocale(): Locale {
  return localStorage.getItem(localeKey) === 'en' ? 'en' : 'sv';
}

/** Whether somebody has chosen a language in this browser. */
export function hasChosenLocale(): boolean {
  return localStorage.getItem(localeKey) !== null;
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(localeKey, locale);
}
