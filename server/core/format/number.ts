/** The languages of the interface and of reports. */
export type Locale = 'sv' | 'en';

/** A space that does not break a line: between thousands and before units in Swedish. */
export const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

/**
 * A number as it is written: Swedish "72 900" and "2,10", English "72,900" and "2.10". Made here and not by Intl, whose
 * spaces and signs differ between versions: the same figure must give the same bytes in every report.
 */
export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  if (!Number.isFinite(value)) throw new Error(`Unexpected number to write: ${value}.`);
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const thousands = locale === 'sv' ? NO_BREAK_SPACE : ',';
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, thousands);
  const written = fraction === undefined ? grouped : `${grouped}${locale === 'sv' ? ',' : '.'}${fraction}`;
  const isZero = !/[1-9]/.test(written);
  return value < 0 && !isZero ? `${MINUS}${written}` : written;
}

/** A share as per cent: Swedish "13 %", English "13%". The share 0.13 is 13 %. */
export function formatPercent(share: number, locale: Locale, decimals = 0): string {
  const space = locale === 'sv' ? NO_BREAK_SPACE : '';
  return `${formatNumber(share * 100, locale, decimals)}${space}%`;
}

/** A number with its unit, which never ends up on the next line: "50 m", "1 200 kr". */
export function formatQuantity(value: number, unit: string, locale: Locale, decimals = 0): string {
  return `${formatNumber(value, locale, decimals)}${NO_BREAK_SPACE}${unit}`;
}
