// Long on purpose: every word of a report, in both languages side by side.
import type { CrimeWhat } from '#core/wire/areas.ts';
import type { Locale } from '#core/format/number.ts';
import { en } from './texts-en.ts';
import { sv } from './texts-sv.ts';

/** Every word of a report, in both languages. Swedish words are the papers' own; the template holds none. */
export interface ReportTexts {
  readonly kicker: string;
  readonly subtitle: (set: string, code: string, year: number, asOf: string) => string;
  readonly basis: string;
  readonly footer: (asOf: string) => string;
  readonly page: string;
  readonly source: string;
  readonly facts: { readonly population: string; readonly area: string; readonly overall: string };
  readonly mapHeading: string;
  readonly mapAlt: (area: string, scale: string, cameras: number, cells: number) => string;
  readonly mapSource: (attributions: string) => string;
  readonly mapWords: { readonly north: string; readonly scale: (scale: string) => string };
  readonly legend: Readonly<Record<'area' | 'in_operation' | 'planned' | 'off' | 'coverage' | 'cell', string>>;
  readonly cellNote: (provision: string, authority: string, size: string) => string;
  readonly masked: string;
  readonly survey: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
    readonly chartAlt: (name: string, points: string) => string;
    readonly indicator: string;
    readonly women: string;
    readonly men: string;
    readonly answers: string;
    readonly answersOf: (year: number) => string;
    readonly all: string;
    readonly threshold: (value: string) => string;
    readonly tooFewSign: string;
    readonly missingSign: string;
    readonly tooFewShort: string;
    readonly missingShort: string;
    readonly key: string;
    readonly perCent: string;
    readonly responseRate: (percent: string, year: number) => string;
    readonly grain: string;
  };
  readonly crime: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
    readonly what: Readonly<Record<CrimeWhat, string>>;
    readonly grain: Readonly<Record<'point' | 'square' | 'area', string>>;
    readonly category: string;
    readonly suppressedSign: (minimum: number) => string;
    readonly key: (minimum: number) => string;
    readonly withheldSign: string;
    readonly missingSign: string;
    readonly givenKey: string;
    readonly partYears: (period: string) => string;
    readonly noCounts: string;
    readonly refused: (source: string) => string;
    readonly grainLabel: string;
    readonly period: string;
    readonly coordinates: (share: string) => string;
    readonly coordinatesUnknown: string;
    readonly noPeriod: string;
  };
  readonly cameras: {
    readonly heading: string;
    readonly organisation: string;
    readonly inOperation: string;
    readonly planned: string;
    readonly off: string;
    readonly total: string;
    readonly none: string;
    readonly coverage: (area_m2: string, share: string) => string;
    readonly source: string;
  };
  readonly measures: {
    readonly heading: string;
    readonly kind: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly ongoing: string;
    readonly kinds: Readonly<Record<string, string>>;
    readonly none: (year: number) => string;
    readonly evidence: string;
    readonly grain: (year: number) => string;
  };
  readonly places: {
    readonly grain: string;
    readonly heading: string;
    readonly type: string;
    readonly count: string;
    readonly none: string;
  };
  readonly method: {
    readonly heading: string;
    readonly paragraphs: (minimum: number, digest: string) => readonly (readonly [string, string])[];
  };
}

export const reportTexts: Readonly<Record<Locale, ReportTexts>> = { sv, en };
