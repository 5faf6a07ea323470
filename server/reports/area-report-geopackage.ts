import type { Geometry } from 'geojson';
import type { Gate, Viewer } from '../db/gate.ts';
import { areaBorder, shownCamerasIn } from '../db/report-features.ts';
import type { ReportBasis } from './basis.ts';
import { figureRows } from './figure-rows.ts';
import type { JobWorker } from './job-worker.ts';
import { isOverall } from './overall.ts';

type Value = string | number | null;
type FieldType = 'String' | 'Integer' | 'Real' | 'Date';

export interface Layer {
  readonly name: string;
  readonly geometryType: 'wkbMultiPolygon' | 'wkbPoint' | 'wkbNone';
  readonly fields: Readonly<Record<string, FieldType>>;
  /** GeoJSON features with coordinates in EPSG:3006. */
  readonly features: readonly {
    readonly properties: Readonly<Record<string, Value>>;
    readonly geometry: Geometry | null;
  }[];
}

/** What geopackage.worker.mjs is given. */
export interface GeoPackageJob {
  readonly layers: readonly Layer[];
  /** ISO date that the file says it was changed: the data's. */
  readonly date: string;
}

/** One area's report as a GeoPackage in EPSG:3006: `area`, `cameras` (open ones) and the table `figures`. Names are English whatever the language. */
export async function areaReportGeoPackage(
  gate: Gate,
  viewer: Viewer,
  basis: ReportBasis,
  gdal: JobWorker<GeoPackageJob>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { area, summary } = basis.figures;
  const { border, cameras } = await gate.as(viewer, async (tx) => ({
    border: await areaBorder(tx, area.id),
    cameras: await shownCamerasIn(tx, area.id),
  }));
  return gdal.run(
    { date: basis.frame.asOf, layers: [areaLayer(basis, border), cameraLayer(cameras), figureLayer(basis)] },
    signal,
  );

  function areaLayer({ frame }: ReportBasis, geometry: Geometry | null): Layer {
    const { open, coverage_m2, coverageShare } = summary.cameras;
    const overall = summary.survey
      .find(isOverall)
      ?.series.find((point) => point.respondents === 'all' && point.year === summary.year && point.value !== null);
    return {
      name: 'area',
      geometryType: 'wkbMultiPolygon',
      fields: {
        area_set: 'String',
        code: 'String',
        name: 'String',
        report_year: 'Integer',
        population: 'Integer',
        area_km2: 'Real',
        overall_index: 'Real',
        open_cameras_in_operation: 'Integer',
        open_cameras_planned: 'Integer',
        open_coverage_m2: 'Real',
        open_coverage_share: 'Real',
        data_as_of: 'Date',
        clearance: 'String',
      },
      features: [
        {
          geometry,
          properties: {
            area_set: area.setCode,
            code: area.code,
            name: area.name,
            report_year: summary.year,
            population: summary.area.population,
            area_km2: area.area_km2,
            overall_index: overall?.value ?? null,
            open_cameras_in_operation: open.reduce((sum, row) => sum + row.count, 0),
            open_cameras_planned: open.reduce((sum, row) => sum + (row.planned ?? 0), 0),
            open_coverage_m2: coverage_m2,
            open_coverage_share: coverageShare,
            data_as_of: frame.asOf,
            clearance: 'none: masked and secret sites are left out',
          },
        },
      ],
    };
  }
}

function cameraLayer(cameras: Awaited<ReturnType<typeof shownCamerasIn>>): Layer {
  return {
    name: 'cameras',
    geometryType: 'wkbPoint',
    fields: {
      name: 'String',
      organisation: 'String',
      kind: 'String',
      status: 'String',
      bearing_deg: 'Real',
      angle_deg: 'Real',
      range_m: 'Real',
      height_m: 'Real',
    },
    features: cameras.map(({ geometry, ...properties }) => ({ geometry, properties })),
  };
}

function figureLayer(basis: ReportBasis): Layer {
  return {
    name: 'figures',
    geometryType: 'wkbNone',
    fields: {
      area_code: 'String',
      section: 'String',
      code: 'String',
      name_sv: 'String',
      name_en: 'String',
      group_sv: 'String',
      group_en: 'String',
      year: 'Integer',
      value: 'Real',
      unit: 'String',
      status: 'String',
      answers: 'Integer',
      response_rate_percent: 'Real',
      source: 'String',
      grain: 'String',
      period_from: 'Date',
      period_to: 'Date',
      share_with_coordinates: 'Real',
    },
    features: figureRows(basis).map((row) => ({
      geometry: null,
      properties: {
        area_code: basis.figures.area.code,
        section: row.section,
        code: row.code,
        name_sv: row.nameSv,
        name_en: row.nameEn,
        group_sv: row.groupSv,
        group_en: row.groupEn,
        year: row.year,
        value: row.value,
        unit: row.unit,
        status: row.status,
        answers: row.answers,
        response_rate_percent: row.responseRate_percent,
        source: row.source,
        grain: row.grain,
        period_from: row.periodFrom,
        period_to: row.periodTo,
        share_with_coordinates: row.shareWithCoordinates,
      },
    })),
  };
}
