import type { IndicatorRow } from '../db/import-survey.ts';
import { cell, type FieldNames } from './columns.ts';
import type { Reason } from './report.ts';
import { longestKey } from './row-keys.ts';
import { isWholeName, type KnownAreas } from './survey-areas.ts';
import { parseCode, parseNumber } from './values.ts';

export const surveyFields = {
  area: [
    'områdeskod',
    'delområdeskod',
    'area_code',
    'områdesnamn',
    'delområde',
    'område',
    'area',
    'kod',
    'code',
    'namn',
    'name',
  ],
  comparison: ['jämförelse', 'comparison', 'comparison_unit', 'jämförelseenhet'],
  indicator: ['indikator', 'indicator', 'delfråga', 'fråga', 'question', 'item'],
  year: ['år', 'year', 'mätår', 'undersökningsår'],
  value: ['värde', 'value', 'index', 'andel', 'procent', 'resultat'],
  measure: ['measure', 'mått', 'skala', 'enhet'],
  respondents: ['grupp', 'group', 'kön', 'respondents', 'svarande'],
  round: ['omgång', 'mätomgång', 'round'],
  answers: ['antal svar', 'antal svarande', 'svar', 'answers', 'n'],
  response_rate: ['svarsfrekvens', 'response rate', 'svarsandel'],
} as const satisfies FieldNames<string>;

export interface SurveyRow {
  readonly row: number;
  readonly areaCode: string | null;
  readonly comparison: string | null;
  readonly indicator: string;
  readonly year: number;
  readonly round: 'autumn' | 'extra';
  readonly respondents: 'all' | 'women' | 'men';
  readonly value: number | null;
  readonly status: 'published' | 'too_few' | 'missing';
  readonly answers: number | null;
  readonly responseRate: number | null;
}

export interface SurveyRefusal {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: Reason;
}

/** What a value may be; an index of its own scale, what the database holds. */
const scales = { INDEX_0_6: [0, 6], PERCENT: [0, 100], INDEX: [-9999, 9999] } as const;

const groups: Readonly<Record<string, SurveyRow['respondents']>> = {
  '': 'all',
  alla: 'all',
  all: 'all',
  samtliga: 'all',
  totalt: 'all',
  total: 'all',
  kvinnor: 'women',
  kvinna: 'women',
  women: 'women',
  män: 'men',
  man: 'men',
  men: 'men',
};

const rounds: Readonly<Record<string, SurveyRow['round']>> = {
  '': 'autumn',
  höst: 'autumn',
  autumn: 'autumn',
  ordinarie: 'autumn',
  extra: 'extra',
  vår: 'extra',
  spring: 'extra',
};

/** How a table says that so few answered that no figure is given. */
const tooFew = /^(\.\.|…|too[ _]few|för få( svar)?|\*|x)$/i;
const nothing = /^(\.|-|–|saknas|missing)?$/i;

export interface SurveyContext {
  readonly index: Readonly<Record<keyof typeof surveyFields, number>>;
  readonly areas: Pick<KnownAreas, 'codeOf'>;
  /** Named by the one who imports as lines of comparison, in lower case. */
  readonly comparisons: ReadonlySet<string>;
  readonly indicatorOf: (text: string, row: readonly string[]) => IndicatorRow;
}

/** One row of a survey file, or why it is refused. */
export function surveyRowOf(row: readonly string[], number: number, context: SurveyContext): SurveyRow | SurveyRefusal {
  const text = (field: keyof typeof surveyFields) => cell(row, context.index[field]);
  const refuse = (field: keyof typeof surveyFields, reason: Reason) => ({
    row: number,
    field,
    value: text(field),
    reason,
  });
  if (text('indicator') === '') return refuse('indicator', 'missing');
  if (text('indicator').length > longestKey) return refuse('indicator', 'too_long');
  if (text('comparison').length > longestKey) return refuse('comparison', 'too_long');
  const year = parseNumber(text('year'));
  if (year === null || !Number.isInteger(year) || year < 1990 || year > 2100)
    return refuse('year', text('year') === '' ? 'missing' : 'out_of_range');
  const respondents = groups[text('respondents').toLowerCase()];
  if (!respondents) return refuse('respondents', 'not_a_choice');
  const round = rounds[text('round').toLowerCase()];
  if (!round) return refuse('round', 'not_a_choice');

  const named = parseCode(text('area'));
  if (named.length > longestKey) return refuse('area', 'too_long');
  const areaCode = context.areas.codeOf(named);
  const isComparison = areaCode === null && (context.comparisons.has(named.toLowerCase()) || isWholeName(named));
  const comparison = text('comparison') || (isComparison ? named : null);
  if (areaCode === null && comparison === null) return refuse('area', named === '' ? 'missing' : 'unknown_area');

  const indicator = context.indicatorOf(text('indicator'), row);
  const given = text('value').replace(/\s*%$/, '');
  const number_ = parseNumber(given);
  const status = tooFew.test(given) ? 'too_few' : nothing.test(given) ? 'missing' : 'published';
  if (status === 'published') {
    if (number_ === null) return refuse('value', 'not_a_number');
    const [least, most] = scales[indicator.measure];
    if (number_ < least || number_ > most) return refuse('value', 'out_of_range');
  }
  const answers = text('answers') === '' ? null : parseNumber(text('answers'));
  if (text('answers') !== '' && (answers === null || answers < 0)) return refuse('answers', 'not_a_number');
  const rate = text('response_rate') === '' ? null : parseNumber(text('response_rate').replace(/\s*%$/, ''));
  if (text('response_rate') !== '' && (rate === null || rate < 0 || rate > 100))
    return refuse('response_rate', 'out_of_range');
  return {
    row: number,
    areaCode: text('comparison') ? null : areaCode,
    comparison: text('comparison') || areaCode === null ? comparison : null,
    indicator: indicator.code,
    year,
    round,
    respondents,
    value: status === 'published' && number_ !== null ? Math.round(number_ * 100) / 100 : null,
    status,
    answers: answers === null ? null : Math.round(answers),
    responseRate: rate,
  };
}
