import { seededRandom, type Random } from '#core/random.ts';
import { surveyCases } from './cases.ts';
import { SEED } from './frame.ts';
import { comparisonUnits, indicators, surveyed, type Item, type Level } from './survey-levels.ts';
import type { Indicator, Respondents, SurveyValue } from './types.ts';

export const surveyYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;

/** Fewer answers than this and the survey publishes no value for an area. */
const FEWEST_ANSWERS = 30;
const groups: readonly Respondents[] = ['all', 'women', 'men'];

/** Every area, indicator, year and group of respondents, with what the survey would publish; then the comparison lines. */
export function makeSurvey(): SurveyValue[] {
  const random = seededRandom(`${SEED} survey`);
  return [
    ...surveyed.flatMap((level) => yearsOf(level).flatMap((year) => areaValues(level, year, random))),
    ...comparisonUnits.flatMap((level) =>
      surveyYears.flatMap((year) => indicators.map((indicator) => comparison(level, indicator, year, random))),
    ),
  ];
}

/** The years in which the survey asked about the area: Västermark was split in 2025. */
function yearsOf({ from, until }: Level): readonly number[] {
  return surveyYears.filter((year) => (from === undefined || year >= from) && (until === undefined || year <= until));
}

function areaValues(level: Level, year: number, random: Random): SurveyValue[] {
  const known = surveyCases.find(({ district, year: of }) => district === level.name && of === year);
  const responseRate = round(53 + random.normal(0, 4) - (year - 2019) * 0.6, 1);
  const women = Math.round(level.answers * (0.52 + random.normal(0, 0.02)) * (1 + random.normal(0, 0.05)));
  const answers = {
    women: known?.answers ? Math.round(known.answers * 0.54) : women,
    men: known?.answers ? known.answers - Math.round(known.answers * 0.54) : Math.round(women * 0.9),
  };
  return indicators.flatMap((indicator) => {
    const all = levelOf(level, indicator, year, random);
    return groups.map((respondents): SurveyValue => {
      const count = respondents === 'all' ? answers.women + answers.men : answers[respondents];
      const pinned = known && indicator === indicators[0] && respondents === 'all' ? known.value : undefined;
      const value =
        pinned ??
        bounded(
          indicator,
          all + genderGap(indicator, respondents) + random.normal(0, indicator.measure === 'PERCENT' ? 0.8 : 0.03),
        );
      const isShown = count >= FEWEST_ANSWERS;
      return {
        areaCode: level.code,
        comparisonUnit: null,
        indicator: indicator.code,
        year,
        respondents,
        value: isShown ? value : null,
        status: isShown ? 'published' : 'too_few',
        answers: count,
        responseRate,
      };
    });
  });
}

function comparison(level: Level, indicator: Item, year: number, random: Random): SurveyValue {
  return {
    areaCode: null,
    comparisonUnit: level.name,
    indicator: indicator.code,
    year,
    respondents: 'all',
    value: bounded(indicator, levelOf(level, indicator, year, random)),
    status: 'published',
    answers: level.answers + Math.round(random.normal(0, level.answers / 40)),
    responseRate: round(52 - (year - 2019) * 0.6 + random.normal(0, 1), 1),
  };
}

/** An area's value of an indicator: its general level, the indicator's own, the way it has gone since 2019, and chance. */
function levelOf({ index, drift }: Level, indicator: Item, year: number, random: Random): number {
  const general = index - drift * (2025 - year);
  const noise = random.normal(0, indicator.measure === 'PERCENT' ? 1.4 : 0.05);
  return indicator.base + indicator.share * general + noise;
}

function genderGap(indicator: Indicator, respondents: Respondents): number {
  if (respondents === 'all') return 0;
  const gap = indicator.measure === 'PERCENT' ? (indicator.code === 'safe_late_evening' ? -9 : 4) : 0.09;
  return respondents === 'women' ? gap : -gap;
}

function bounded(indicator: Indicator, value: number): number {
  return indicator.measure === 'PERCENT'
    ? Math.min(Math.max(round(value, 1), 2), 97)
    : Math.min(Math.max(round(value, 2), 0.2), 5.6);
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
