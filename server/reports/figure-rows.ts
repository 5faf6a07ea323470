import type { ReportBasis } from './basis.ts';

/** One figure with everything that says what it is: a line of the CSV and of the GeoPackage's table. */
export interface FigureRow {
  readonly section: 'area' | 'survey' | 'comparison' | 'crime' | 'cameras' | 'coverage' | 'places' | 'measures';
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** Respondents of the survey, or the organisation, the source's kind, the other measure's name; null where it is all. */
  readonly groupSv: string | null;
  readonly groupEn: string | null;
  readonly year: number | null;
  readonly value: number | null;
  readonly unit: 'index 0-6' | '%' | 'count' | 'm²' | 'km²' | 'share' | null;
  readonly status: 'published' | 'too_few' | 'missing' | 'suppressed' | 'withheld' | 'not_reported';
  readonly answers: number | null;
  readonly responseRate_percent: number | null;
  readonly source: string | null;
  readonly grain: 'point' | 'square' | 'area' | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly shareWithCoordinates: number | null;
}

const empty = {
  groupSv: null,
  groupEn: null,
  year: null,
  unit: null,
  status: 'published',
  answers: null,
  responseRate_percent: null,
  source: null,
  grain: null,
  periodFrom: null,
  periodTo: null,
  shareWithCoordinates: null,
} as const;

const respondents = {
  all: [null, null],
  women: ['Kvinnor', 'Women'],
  men: ['Män', 'Men'],
} as const;

const crimeKinds = {
  recorded_crime: ['Anmälda brott', 'Recorded crimes'],
  own_incidents: ['Egna händelser', 'Own incidents'],
  guard_interventions: ['Ordningsvakters ingripanden', 'Guards’ interventions'],
} as const;

/** The report's figures, all years up to its own, in the order of the printed report. */
export function figureRows({ figures: { summary, sources } }: ReportBasis): FigureRow[] {
  const rows: FigureRow[] = [];
  const { area, cameras, year } = summary;
  const plain = (
    section: FigureRow['section'],
    code: string,
    nameSv: string,
    nameEn: string,
    value: number | null,
    unit: FigureRow['unit'],
  ) =>
    rows.push({
      ...empty,
      section,
      code,
      nameSv,
      nameEn,
      value,
      unit,
      status: value === null ? 'missing' : 'published',
    });

  plain('area', 'population', 'Invånare', 'Inhabitants', area.population, 'count');
  plain('area', 'area', 'Areal', 'Area', area.area_km2, 'km²');
  for (const indicator of summary.survey) {
    const { indicator: code, nameSv, nameEn } = indicator;
    const about = {
      ...empty,
      code,
      nameSv,
      nameEn,
      unit: indicator.measure === 'PERCENT' ? ('%' as const) : ('index 0-6' as const),
      source: summary.survey_source,
      grain: 'area' as const,
    };
    for (const point of indicator.series.filter((each) => each.year <= year)) {
      const [groupSv, groupEn] = respondents[point.respondents];
      const { status, value, answers, responseRate } = point;
      rows.push({
        ...about,
        section: 'survey',
        groupSv,
        groupEn,
        year: point.year,
        value,
        status,
        answers,
        responseRate_percent: responseRate,
      });
    }
    for (const point of indicator.comparison.filter((each) => each.year <= year)) {
      const status = point.value === null ? 'missing' : 'published';
      rows.push({
        ...about,
        section: 'comparison',
        groupSv: point.unit,
        groupEn: point.unit,
        year: point.year,
        value: point.value,
        status,
        grain: null,
      });
    }
  }
  for (const crime of summary.crime) {
    const [groupSv, groupEn] = crimeKinds[crime.what];
    const about = {
      ...empty,
      section: 'crime' as const,
      groupSv,
      groupEn,
      unit: 'count' as const,
      source: crime.source,
      grain: crime.grain,
      periodFrom: crime.periodFrom,
      periodTo: crime.periodTo,
      shareWithCoordinates: crime.shareWithCoordinates,
    };
    if (crime.refusedForDensity !== null)
      rows.push({ ...about, code: '', nameSv: '', nameEn: '', value: null, status: 'not_reported' });
    for (const { category, nameSv, nameEn, byYear } of crime.counts) {
      for (const { year: of, count } of byYear.filter((each) => each.year <= year)) {
        const isHidden = typeof count !== 'number';
        rows.push({
          ...about,
          code: category,
          nameSv,
          nameEn,
          year: of,
          value: isHidden ? null : count,
          status: isHidden ? count : 'published',
        });
      }
    }
  }
  for (const { nameSv, nameEn, count, planned, off } of cameras.open) {
    const about = { ...empty, section: 'cameras' as const, groupSv: nameSv, groupEn: nameEn, unit: 'count' as const };
    rows.push({
      ...about,
      code: 'in_operation',
      nameSv: 'Öppna kameror i drift',
      nameEn: 'Open cameras in operation',
      value: count,
    });
    rows.push({
      ...about,
      code: 'planned',
      nameSv: 'Öppna planerade kameror',
      nameEn: 'Open planned cameras',
      value: planned ?? 0,
    });
    rows.push({ ...about, code: 'off', nameSv: 'Öppna kameror ur drift', nameEn: 'Open cameras off', value: off ?? 0 });
  }
  plain(
    'coverage',
    'coverage',
    'Mark i bild, öppna kameror i drift',
    'Ground in view, open cameras in operation',
    cameras.coverage_m2,
    'm²',
  );
  plain(
    'coverage',
    'coverage_share',
    'Andel av arealen i bild',
    'Share of the area in view',
    cameras.coverageShare,
    'share',
  );
  for (const { placeType, nameSv, nameEn, count } of summary.places)
    rows.push({
      ...empty,
      section: 'places',
      code: placeType,
      nameSv,
      nameEn,
      value: count,
      unit: 'count',
      source: sources.places,
    });
  for (const { kind, name, validFrom, validTo } of summary.interventions)
    rows.push({
      ...empty,
      section: 'measures',
      code: kind,
      nameSv: name,
      nameEn: name,
      year,
      value: null,
      source: sources.interventions,
      periodFrom: validFrom,
      periodTo: validTo,
    });
  return rows;
}
