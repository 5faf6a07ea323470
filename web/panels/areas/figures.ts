import type { AreaSummary, SurveyMap } from '#core/wire/areas.ts';
import { HIGH_PROBLEM_LEVEL } from '#core/survey/index-class.ts';
import type { Text } from '../../text/use-text.ts';

export type Indicator = AreaSummary['survey'][number];
type Measure = Indicator['measure'];
type Respondents = SurveyMap['respondents'];

/** A value as the survey writes it: an index with two decimals, a share in whole per cent. */
export function writeValue({ number, percent }: Text, measure: Measure, value: number): string {
  return measure === 'PERCENT' ? percent(value / 100) : number(value, 2);
}

/** A change with its sign; per cent as percentage points, without a unit. */
export function writeChange({ t, number }: Text, measure: Measure, change: number): string {
  const decimals = measure === 'PERCENT' ? 0 : 2;
  const rounded = Number(change.toFixed(decimals));
  if (rounded === 0) return t.areas.unchanged;
  return rounded > 0 ? `+${number(rounded, decimals)}` : number(rounded, decimals);
}

/** A published value, or the sign for why there is none. */
export function writeOrSign(
  text: Text,
  measure: Measure,
  found: { readonly value: number | null; readonly status: 'published' | 'too_few' | 'missing' } | undefined,
): string {
  if (found?.value != null) return writeValue(text, measure, found.value);
  return found?.status === 'too_few' ? text.t.areas.signs.tooFew : text.t.areas.signs.missing;
}

/** One indicator, one year, one group of respondents, with the latest earlier year that was published. */
export function figureOf({ series }: Indicator, year: number, respondents: Respondents) {
  const own = series.filter((point) => point.respondents === respondents);
  const now = own.find((point) => point.year === year);
  const before = own.findLast((point) => point.year < year && point.value !== null);
  const change = now?.value != null && before?.value != null ? now.value - before.value : null;
  return { now, before, change };
}

/** The survey's overall index, the only one the threshold speaks of. Known by its code, as in the report. */
export function isOverall(code: string): boolean {
  return /^(overall|samlat|total)/.test(code);
}

export function thresholdOf({ indicator, measure }: Indicator): number | null {
  return measure === 'INDEX_0_6' && isOverall(indicator) ? HIGH_PROBLEM_LEVEL : null;
}

/** The indicators in their groups, groups in the order in which they come. */
export function byGroup(
  survey: readonly Indicator[],
): readonly { readonly group: string; readonly indicators: readonly Indicator[] }[] {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of survey) {
    const own = groups.get(indicator.group) ?? [];
    groups.set(indicator.group, own);
    own.push(indicator);
  }
  return [...groups].map(([group, indicators]) => ({ group, indicators }));
}

/** The years that a source holds only in part, and its whole period: a count for a part is no fall. */
export function isPartYear(
  year: number,
  { periodFrom, periodTo }: { readonly periodFrom: string | null; readonly periodTo: string | null },
): boolean {
  const startsLater = periodFrom !== null && periodFrom.startsWith(`${year}-`) && !periodFrom.endsWith('-01-01');
  const endsEarlier = periodTo !== null && periodTo.startsWith(`${year}-`) && !periodTo.endsWith('-12-31');
  return startsLater || endsEarlier;
}
