import type { AreaSummary } from '#core/wire/areas.ts';
import { openCamerasIn, shownCoverageIn } from '../db/area-cameras.ts';
import { findArea, groundSourcesIn, interventionsIn, placeCounts, populationIn, type AreaRow } from '../db/areas.ts';
import { countsFrom } from '../db/kept-counts.ts';
import { crimeCounts, crimeSources, type CrimeCountRow, type CrimeSourceRow } from '../db/crime-counts.ts';
import { givenCounts } from '../db/given-counts.ts';
import type { Gate, Viewer } from '../db/gate.ts';
import { surveyComparisons, surveySeries, surveySourceOf, type SeriesRow } from '../db/survey.ts';
import { givenOf } from './given-counts.ts';
import { groupBy } from './group-by.ts';

/** One area and all its figures: the panel shows `summary`, the report draws all of it. */
export interface AreaFigures {
  readonly area: AreaRow;
  readonly summary: AreaSummary;
  /** Names of what the places and the other measures are from; null where there are none. */
  readonly sources: { readonly places: string | null; readonly interventions: string | null };
}

/**
 * The figures of one area, reckoned here and nowhere else. Without a year: the survey's latest for the area, else the
 * crimes' latest. Series and counts hold every year; the year chooses which other measures are listed.
 * @throws 404 when there is no such area.
 */
export async function areaFigures(
  gate: Gate,
  viewer: Viewer,
  areaId: number,
  wantedYear?: number,
): Promise<AreaFigures | null> {
  const seen = await gate.as(viewer, async (tx) => {
    const area = await findArea(tx, areaId);
    if (!area) return null;
    const series = await surveySeries(tx, areaId);
    const sources = await crimeSources(tx);
    const year = wantedYear ?? latestYear(series, sources, area);
    return {
      area,
      year,
      series,
      sources,
      population: await populationIn(tx, areaId, year),
      comparisons: await surveyComparisons(tx, areaId),
      surveySource: await surveySourceOf(tx, areaId),
      open: await openCamerasIn(tx, areaId),
      coverage_m2: await shownCoverageIn(tx, areaId),
      places: await placeCounts(tx, areaId),
      interventions: await interventionsIn(tx, areaId, year),
      groundSources: await groundSourcesIn(tx, areaId),
    };
  });
  if (!seen) return null;
  // Single crimes are read by the program itself and leave the database as counts.
  const { counts, given, begins } = await gate.service('deriver', async (tx) => ({
    counts: await crimeCounts(tx, areaId),
    given: await givenCounts(tx, areaId),
    begins: new Map((await countsFrom(tx, areaId)).map(({ sourceId, from }) => [sourceId, from])),
  }));
  const { area } = seen;
  return {
    area,
    sources: seen.groundSources,
    summary: {
      area: {
        id: area.id,
        code: area.code,
        name: area.name,
        population: seen.population.persons,
        populationYear: seen.population.year,
        populationSource: seen.population.source,
        area_km2: area.area_km2,
        bounds: [area.west, area.south, area.east, area.north],
      },
      year: seen.year,
      survey: indicators(seen.series, seen.comparisons),
      crime: seen.sources.flatMap((source) =>
        source.grain === 'point'
          ? [crimeOf(source, counts, begins.get(source.sourceId) ?? null)]
          : givenOf(source, given),
      ),
      cameras: {
        open: seen.open,
        coverage_m2: seen.coverage_m2,
        coverageShare: Number((seen.coverage_m2 / (area.area_km2 * 1e6)).toFixed(4)),
      },
      places: seen.places,
      interventions: seen.interventions,
      survey_source: seen.surveySource,
    },
  };
}

function latestYear(series: readonly SeriesRow[], sources: readonly CrimeSourceRow[], area: AreaRow): number {
  const years = series.map((row) => row.year);
  if (years.length === 0) years.push(...sources.map((source) => Number(source.periodTo?.slice(0, 4) ?? 0)));
  return Math.max(...years, 0) || Number((area.validTo ?? area.validFrom ?? '2000').slice(0, 4));
}

function indicators(
  series: readonly SeriesRow[],
  comparisons: Awaited<ReturnType<typeof surveyComparisons>>,
): AreaSummary['survey'] {
  return [...groupBy(series, (row) => row.indicator)].map(([indicator, rows]) => {
    const { nameSv, nameEn, measure, group } = rows[0]!;
    return {
      indicator,
      nameSv,
      nameEn,
      measure,
      group,
      series: rows.map(({ year, respondents, value, status, answers, responseRate }) => ({
        year,
        respondents,
        value,
        status,
        answers,
        responseRate,
      })),
      comparison: comparisons
        .filter((line) => line.indicator === indicator)
        .map(({ unit, year, value }) => ({ unit, year, value })),
    };
  });
}

/**
 * A category without a single crime in the area in any year has no row; where it has a row, a year without any is 0. Where
 * counts begin later than the source (`from`), years before are left out: nobody knows them any more.
 */
function crimeOf(
  source: CrimeSourceRow,
  counts: readonly CrimeCountRow[],
  from: string | null,
): AreaSummary['crime'][number] {
  const periodFrom = from && from > (source.periodFrom ?? '') ? from : source.periodFrom;
  const firstYear = from ? Number(from.slice(0, 4)) : 0;
  const own = counts.filter((row) => row.sourceId === source.sourceId && row.year >= firstYear);
  const years = yearsOf({ ...source, periodFrom }, own);
  return {
    source: source.source,
    what: source.what,
    grain: source.grain,
    periodFrom,
    periodTo: source.periodTo,
    countsFrom: from,
    shareWithCoordinates: source.shareWithCoordinates,
    refusedForDensity: source.refusedForDensity,
    counts: [...groupBy(own, (row) => row.category)].map(([category, rows]) => ({
      category,
      nameSv: rows[0]!.nameSv,
      nameEn: rows[0]!.nameEn,
      byYear: years.map((year) => {
        const row = rows.find((candidate) => candidate.year === year);
        return { year, count: row ? (row.count ?? ('suppressed' as const)) : 0 };
      }),
    })),
  };
}

/** The calendar years that the source's period touches, and any that its rows have beyond it. */
function yearsOf(source: CrimeSourceRow, rows: readonly CrimeCountRow[]): number[] {
  const years = new Set(rows.map((row) => row.year));
  if (source.periodFrom && source.periodTo) {
    for (let year = Number(source.periodFrom.slice(0, 4)); year <= Number(source.periodTo.slice(0, 4)); year += 1)
      years.add(year);
  }
  return [...years].toSorted((a, b) => a - b);
}
