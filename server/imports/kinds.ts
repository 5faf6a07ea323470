import { importAreas } from './areas.ts';
import { cameraFields, importCameras } from './cameras.ts';
import { ImportFault } from './fault.ts';
import { importIncidents } from './incidents.ts';
import { importOsm } from './osm/import-osm.ts';
import { mountFields } from './mount-rows.ts';
import { importPlannedMounts } from './planned-mounts.ts';
import { importSurvey } from './survey.ts';
import { surveyFields } from './survey-rows.ts';
import type { Job, Outcome } from './job.ts';

/** A kind of file, in one row: what it may be told, and who loads it. */
export interface Kind {
  readonly code: 'areas' | 'survey' | 'incidents' | 'cameras' | 'planned-mounts' | 'osm';
  /** Fields that `field=column` may name. */
  readonly fields: readonly string[];
  /** Options that `name=value` may name; null means any value. */
  readonly options: Readonly<Record<string, readonly string[] | null>>;
  /** Refused rows of a secret kind are shown to the one who imports and written nowhere. */
  readonly isSecret: boolean;
  readonly run: (job: Job) => Promise<Outcome>;
}

/** Options of every kind. */
const common = {
  source: null,
  municipality: null,
  licence: null,
  attribution: null,
  layer: null,
  crs: null,
  delimiter: null,
  refused: null,
} as const;

export const kinds: readonly Kind[] = [
  {
    code: 'areas',
    fields: ['code', 'name', 'population', 'valid_from', 'valid_to'],
    options: {
      ...common,
      set: null,
      title: null,
      title_en: null,
      areas: ['survey_area', 'city_district', 'deso', 'regso', 'municipality', 'other'],
    },
    isSecret: false,
    run: importAreas,
  },
  {
    code: 'survey',
    fields: Object.keys(surveyFields),
    options: { ...common, set: null, comparison: null },
    isSecret: false,
    run: importSurvey,
  },
  {
    code: 'incidents',
    fields: ['time', 'hour', 'category', 'indoors', 'lon', 'lat'],
    options: { ...common, what: ['recorded_crime', 'own_incidents'], timezone: null },
    isSecret: false,
    run: importIncidents,
  },
  {
    code: 'cameras',
    fields: Object.keys(cameraFields),
    options: { ...common, organisation: null, organisation_name: null },
    isSecret: false,
    run: importCameras,
  },
  {
    code: 'planned-mounts',
    fields: Object.keys(mountFields),
    options: {
      municipality: null,
      layer: null,
      crs: null,
      delimiter: null,
      organisation: null,
      organisation_name: null,
      authority: null,
      provision: null,
      decided: null,
    },
    isSecret: true,
    run: importPlannedMounts,
  },
  {
    code: 'osm',
    fields: [],
    options: { ...common, organisation: null, organisation_name: null },
    isSecret: false,
    run: importOsm,
  },
];

/** @throws ImportFault when there is no such kind. */
export function kindOf(code: string): Kind {
  const found = kinds.find((kind) => kind.code === code);
  if (!found) throw new ImportFault('unknown_kind', { kind: code, kinds: kinds.map((kind) => kind.code).join(', ') });
  return found;
}
