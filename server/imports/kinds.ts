import type { ImportKind } from '#core/wire/imports.ts';
import type { Clock } from '../db/clock.ts';
import type { Tx } from '../db/driver.ts';
import type { Gate } from '../db/gate.ts';
import type { Batch, BatchCounts } from '../db/import-batches.ts';
import { openSitesExtent } from '../db/import-cameras.ts';
import type { LoadedTableName } from '../db/loaded-tables.ts';
import { readAreaCounts } from './area-counts.ts';
import { areaFields, readAreas } from './areas.ts';
import { cameraMerge } from './camera-merge.ts';
import { cameraFields, readCameras } from './cameras.ts';
import type { FieldNames } from './columns.ts';
import { seeUnseen } from './coverage.ts';
import { ImportFault } from './fault.ts';
import { incidentFields, timeByValues } from './incident-reader.ts';
import { addedIncidents, readIncidents } from './incidents.ts';
import { readInterventions } from './interventions.ts';
import type { Job, ReadResult } from './job.ts';
import type { Changes } from './loader.ts';
import { readMasts } from './masts.ts';
import { mountMerge } from './mount-merge.ts';
import { mountFields } from './mount-rows.ts';
import { afterOsm, readOsm } from './osm/import-osm.ts';
import { groundTables } from './osm/extract.ts';
import { mountsOrganisation, readPlannedMounts } from './planned-mounts.ts';
import { readPopulation } from './population.ts';
import type { Report } from './report.ts';
import {
  areaCountFields,
  interventionFields,
  mastFields,
  populationFields,
  squareCountFields,
  zoneFields,
} from './sense/fields.ts';
import { readSquareCounts } from './square-counts.ts';
import { readSurvey } from './survey.ts';
import { surveyFields } from './survey-rows.ts';
import { readZones } from './zones.ts';

/** Brings rows that people go on changing to what a batch says; with `undoTo`, to what the batch before it said (or none). */
export type Merge = (
  tx: Tx,
  batch: Batch,
  how: {
    readonly clock: Clock;
    /** Null when nothing is to be told any more. */
    readonly report: Report | null;
    /** False: only say what would become of it. */
    readonly write: boolean;
    readonly undoTo?: Batch | null;
  },
) => Promise<Changes>;

/** A kind of file, in one row: what it may be told, who reads it, what becomes of its rows. */
export interface Kind {
  readonly code: ImportKind;
  /** Fields that `field=column` may name, with the headings that they are known by. */
  readonly fields: FieldNames<string>;
  readonly required: readonly string[];
  /** What the first rows say of columns that several names fit; only where nobody has chosen. */
  readonly refine?: (
    header: readonly string[],
    rows: readonly (readonly string[])[],
    mapping: ReadonlyMap<string, string>,
  ) => ReadonlyMap<string, string>;
  /** Options that `name=value` may name; null means any value. */
  readonly options: Readonly<Record<string, readonly string[] | null>>;
  readonly neededOptions: readonly string[];
  /** Refused rows of a secret kind are shown to the one who imports and written nowhere. */
  readonly isSecret: boolean;
  /** Rows are added to what the source has, take the place of it, or are merged with what people have changed. */
  readonly mode: 'add' | 'replace' | 'merge';
  readonly tables: readonly LoadedTableName[];
  readonly licence?: string;
  readonly attribution?: string;
  readonly organisation?: (gate: Gate, clock: Clock, options: ReadonlyMap<string, string>) => Promise<string>;
  /** Reads the file into the job's batch. */
  readonly read: (job: Job) => Promise<ReadResult>;
  readonly added?: (gate: Gate, batchId: number) => Promise<number>;
  readonly merge?: Merge;
  /** The ground that everybody may know the source to lie on, where the rows themselves must not say it. */
  readonly shownExtent?: (tx: Tx, sourceId: number) => Promise<readonly [number, number, number, number] | null>;
  /** What follows from a publishing, in transactions of its own; safe to do again. */
  readonly afterPublish?: (gate: Gate, report: Report, counts: BatchCounts) => Promise<void>;
}

/** Options of how a file is read, of every kind. */
export const readingOptions = {
  layer: null,
  crs: null,
  delimiter: null,
  encoding: ['UTF-8', 'ISO-8859-1', 'UTF-16'],
  heading: null,
  swap: ['yes', 'no'],
  totals: ['keep', 'skip'],
  day_order: ['dmy', 'mdy'],
} as const;

const common = {
  ...readingOptions,
  source: null,
  municipality: null,
  licence: null,
  attribution: null,
  refused: null,
} as const;

const whats = ['recorded_crime', 'own_incidents', 'guard_interventions'] as const;

export const kinds: readonly Kind[] = [
  {
    code: 'areas',
    fields: areaFields,
    required: ['name'],
    options: {
      ...common,
      set: null,
      title: null,
      title_en: null,
      areas: ['survey_area', 'city_district', 'deso', 'regso', 'municipality', 'other'],
    },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['area'],
    read: readAreas,
  },
  {
    code: 'survey',
    fields: surveyFields,
    required: ['area'],
    options: { ...common, set: null, comparison: null, year: null, sheets: ['all'] },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['survey_value'],
    read: readSurvey,
  },
  {
    code: 'incidents',
    fields: incidentFields,
    required: ['time'],
    refine: timeByValues,
    options: { ...common, what: whats, timezone: null },
    neededOptions: [],
    isSecret: false,
    mode: 'add',
    tables: [],
    read: readIncidents,
    added: addedIncidents,
  },
  {
    code: 'cameras',
    fields: cameraFields,
    required: [],
    options: { ...common, organisation: null, organisation_name: null },
    neededOptions: [],
    isSecret: false,
    mode: 'merge',
    tables: [],
    read: readCameras,
    merge: cameraMerge,
    shownExtent: openSitesExtent,
    afterPublish: seeUnseen,
  },
  {
    code: 'planned-mounts',
    fields: mountFields,
    required: ['code'],
    options: {
      ...readingOptions,
      municipality: null,
      organisation: null,
      organisation_name: null,
      authority: null,
      provision: null,
      decided: null,
    },
    neededOptions: ['organisation', 'authority'],
    isSecret: true,
    mode: 'merge',
    tables: [],
    organisation: mountsOrganisation,
    read: readPlannedMounts,
    merge: mountMerge,
  },
  {
    code: 'population',
    fields: populationFields,
    required: ['area', 'population'],
    options: { ...common, set: null, year: null },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['population'],
    read: readPopulation,
  },
  {
    code: 'area-counts',
    fields: areaCountFields,
    required: ['area', 'count'],
    options: { ...common, set: null, what: whats, year: null, category: null },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['area_count'],
    read: readAreaCounts,
  },
  {
    code: 'square-counts',
    fields: squareCountFields,
    required: ['count'],
    options: { ...common, what: whats, year: null, category: null, size: null },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['square_count'],
    read: readSquareCounts,
  },
  {
    code: 'interventions',
    fields: interventionFields,
    required: ['name'],
    options: {
      ...common,
      kind: ['lighting', 'guards', 'patrols', 'sight_lines', 'locks', 'social_work', 'other'],
    },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['intervention'],
    read: readInterventions,
  },
  {
    code: 'zones',
    fields: zoneFields,
    required: ['name', 'valid_from'],
    options: { ...common, kind: ['guard_zone', 'vulnerable_area', 'drug_scene'], valid_from: null },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['zone'],
    read: readZones,
  },
  {
    code: 'masts',
    fields: mastFields,
    required: [],
    options: { ...common, kind: ['mast', 'lamp', 'pole'] },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: ['mast'],
    read: readMasts,
  },
  {
    code: 'osm',
    fields: {},
    required: [],
    options: { ...common, organisation: null, organisation_name: null },
    neededOptions: [],
    isSecret: false,
    mode: 'replace',
    tables: groundTables,
    licence: 'ODbL 1.0',
    attribution: '© OpenStreetMap contributors',
    read: readOsm,
    merge: cameraMerge,
    afterPublish: afterOsm,
  },
];

/** @throws ImportFault when there is no such kind. */
export function kindOf(code: string): Kind {
  const found = kinds.find((kind) => kind.code === code);
  if (!found) throw new ImportFault('unknown_kind', { kind: code, kinds: kinds.map((kind) => kind.code).join(', ') });
  return found;
}
