import { hourClasses, incidentCategories, type HourClass, type IncidentCategory } from '#core/wire/layers.ts';
import { badParameter } from './bad-parameter.ts';

export const periods = ['12m', '24m', '36m'] as const;
export type Period = (typeof periods)[number];

export const whats = ['recorded_crime', 'own_incidents', 'guard_interventions'] as const;
export type What = (typeof whats)[number];

const respondents = ['all', 'women', 'men'] as const;

/** What each fixed filter says in its value; the one list of them, for the parser and for the OpenAPI document. */
export const filters = {
  area_set: { description: 'Code of an area set', schema: { type: 'string', maxLength: 60 } },
  indicator: {
    description: 'Code of a survey indicator; asks for year too',
    schema: { type: 'string', maxLength: 60 },
  },
  year: {
    description: 'Calendar year: areas in force in it, counts of it',
    schema: { type: 'integer', minimum: 1990, maximum: 2100 },
  },
  respondents: {
    description: 'Whose answers; only with indicator. Default all.',
    schema: { type: 'string', enum: [...respondents] },
  },
  place_type: {
    description: 'One or more codes of place types',
    schema: { type: 'array', items: { type: 'string', maxLength: 60 }, minItems: 1, explode: false },
  },
  what: {
    description:
      'Recorded crime, the municipality’s own incidents or guards’ interventions, never added together. Default recorded_crime.',
    schema: { type: 'string', enum: [...whats] },
  },
  category: {
    description: 'One or more categories. Default all.',
    schema: { type: 'array', items: { type: 'string', enum: [...incidentCategories] }, minItems: 1, explode: false },
  },
  hours: {
    description: 'One or more classes of hours. Default all, incidents without an hour included.',
    schema: {
      type: 'array',
      items: { type: 'string', enum: Object.keys(hourClasses) },
      minItems: 1,
      // Written with commas between.
      explode: false,
    },
  },
  period: {
    description: "The last 12, 24 or 36 months of each source's period. Default 36m.",
    schema: { type: 'string', enum: [...periods] },
  },
} as const satisfies Record<string, { readonly description: string; readonly schema: object }>;

export type FilterName = keyof typeof filters;
export type FilterValues = Readonly<Partial<Record<FilterName, string>>>;

export interface AreaFilter {
  readonly areaSet: string | null;
  readonly year: number | null;
  readonly indicator: string | null;
  readonly respondents: 'all' | 'women' | 'men';
}

/** @throws 400 that names the parameter and its value. */
export function areaFilter(values: FilterValues): AreaFilter {
  const year = values.year === undefined ? null : yearOf(values.year);
  if (values.indicator !== undefined && year === null)
    throw badParameter('year', null, 'An indicator is asked for a year.');
  if (values.respondents !== undefined && values.indicator === undefined)
    throw badParameter('respondents', values.respondents, 'Give an indicator too.');
  return {
    areaSet: values.area_set === undefined ? null : codeOf('area_set', values.area_set),
    year,
    indicator: values.indicator === undefined ? null : codeOf('indicator', values.indicator),
    respondents: oneOf('respondents', values.respondents ?? 'all', respondents),
  };
}

/** @throws 400 that names the parameter and its value. */
export function placeFilter(values: FilterValues): readonly string[] | null {
  if (values.place_type === undefined) return null;
  return values.place_type.split(',').map((code) => codeOf('place_type', code));
}

/** Which incidents a density is made of: fixed classes only, so that no two filters differ by a single crime's properties. */
export interface DensityFilter {
  readonly what: What;
  /** In the order of `incidentCategories`; all of them when none is asked for. */
  readonly categories: readonly IncidentCategory[];
  /** Null: the whole day, incidents without an hour too. */
  readonly hours: readonly HourClass[] | null;
  readonly period: Period;
}

/** @throws 400 that names the parameter and its value. */
export function densityFilter(values: FilterValues): DensityFilter {
  const classes = Object.keys(hourClasses) as HourClass[];
  return {
    what: oneOf('what', values.what ?? 'recorded_crime', whats),
    categories:
      values.category === undefined ? incidentCategories : someOf('category', values.category, incidentCategories),
    hours: values.hours === undefined ? null : someOf('hours', values.hours, classes),
    period: oneOf('period', values.period ?? '36m', periods),
  };
}

/** Which counts by square are added: fixed classes and whole years only. */
export interface SquareFilter {
  readonly what: What;
  readonly categories: readonly IncidentCategory[];
  /** Null: the last year that there is. */
  readonly year: number | null;
}

/** @throws 400 that names the parameter and its value. */
export function squareFilter(values: FilterValues): SquareFilter {
  return {
    what: oneOf('what', values.what ?? 'recorded_crime', whats),
    categories:
      values.category === undefined ? incidentCategories : someOf('category', values.category, incidentCategories),
    year: values.year === undefined ? null : yearOf(values.year),
  };
}

function yearOf(value: string): number {
  const year = /^\d{4}$/.test(value) ? Number(value) : Number.NaN;
  const { minimum, maximum } = filters.year.schema;
  if (!(year >= minimum && year <= maximum))
    throw badParameter('year', value, `Give a year from ${minimum} to ${maximum}.`);
  return year;
}

function codeOf(name: FilterName, value: string): string {
  if (!/^[\p{L}\p{N}_.:-]{1,60}$/u.test(value))
    throw badParameter(name, value, 'Give a code of letters, digits, hyphens and underscores.');
  return value;
}

function oneOf<T extends string>(name: FilterName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw badParameter(name, value, `Give one of ${allowed.join(', ')}.`);
  return found;
}

/** Sorted as the list is, each once: the same choice in another order is the same filter. */
function someOf<T extends string>(name: FilterName, value: string, allowed: readonly T[]): readonly T[] {
  const asked = value.split(',').map((one) => oneOf(name, one, allowed));
  return allowed.filter((one) => asked.includes(one));
}
