import type { PolygonRings, Position } from '#core/position.ts';
import type { IncidentCategory } from '#core/wire/layers.ts';
import type { MountStage } from '#core/wire/mounts.ts';
import type { Role } from '#core/wire/instance.ts';
import type { SiteStage } from '#core/wire/sites.ts';
import type { Line } from './geometry/line.ts';

/**
 * What the generator makes: the rows of the tables that `load.ts` fills, before they have numbers in the database.
 * Geometry in EPSG:3006, rounded to the centimetre; dates as YYYY-MM-DD, local times as YYYY-MM-DDTHH:MM.
 */
export type Example = {
  readonly organisations: readonly Organisation[];
  readonly accounts: readonly Account[];
  readonly clearances: readonly Clearance[];
  /** The survey's areas. */
  readonly areas: readonly Area[];
  readonly municipality: Area;
  readonly streets: readonly Street[];
  readonly land: readonly Land[];
  readonly buildings: readonly Building[];
  readonly masts: readonly Mast[];
  readonly places: readonly Place[];
  readonly interventions: readonly Intervention[];
  readonly indicators: readonly Indicator[];
  readonly surveyValues: readonly SurveyValue[];
  readonly crimes: readonly Crime[];
  readonly sites: readonly Site[];
  readonly plannedMounts: readonly PlannedMount[];
};

export type StreetClass =
  | 'motorway'
  | 'primary'
  | 'secondary'
  | 'residential'
  | 'service'
  | 'pedestrian'
  | 'path'
  | 'rail';

export type Street = {
  readonly key: string;
  readonly class: StreetClass;
  readonly name: string | null;
  readonly lines: readonly Line[];
};

export type LandClass =
  | 'water'
  | 'park'
  | 'forest'
  | 'farmland'
  | 'residential'
  | 'industrial'
  | 'commercial'
  | 'square'
  | 'parking';

export type Land = {
  readonly key: string;
  readonly class: LandClass;
  readonly name: string | null;
  readonly polygons: readonly PolygonRings[];
};

export type BuildingUse =
  | 'villa'
  | 'row_house'
  | 'apartments'
  | 'town_block'
  | 'industry'
  | 'shop'
  | 'school'
  | 'church'
  | 'health'
  | 'public'
  | 'parking'
  | 'shed';

export type Building = {
  readonly key: string;
  readonly use: BuildingUse;
  readonly height_m: number;
  readonly rings: PolygonRings;
};

export type Mast = {
  readonly key: string;
  readonly kind: 'mast' | 'lamp' | 'pole';
  readonly owner: string;
  readonly height_m: number;
  readonly hasPower: boolean;
  readonly hasFibre: boolean;
  readonly at: Position;
};

export type PlaceGeometry =
  | { readonly type: 'Point'; readonly at: Position }
  | { readonly type: 'Polygon'; readonly rings: PolygonRings };

export type Place = {
  readonly key: string;
  readonly placeType: string;
  readonly name: string | null;
  readonly geometry: PlaceGeometry;
};

export type Area = {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly population: number;
  readonly rings: PolygonRings;
};

export type Crime = {
  readonly at: Position;
  readonly occurredAt: string;
  /** Null where the report gives no time of day. */
  readonly hour: number | null;
  readonly category: IncidentCategory;
  readonly indoors: boolean;
  /** What drew it: a place's key, 'street', or a case's key. Not loaded: the tests' own knowledge. */
  readonly drawnBy: string;
};

export type Respondents = 'all' | 'women' | 'men';

export type Indicator = {
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly measure: 'INDEX_0_6' | 'PERCENT';
  readonly group: string;
  readonly cameraRelevant: boolean;
  readonly sort: number;
};

export type SurveyValue = {
  /** One of the two: an area of the survey, or a comparison line that is none. */
  readonly areaCode: string | null;
  readonly comparisonUnit: string | null;
  readonly indicator: string;
  readonly year: number;
  readonly respondents: Respondents;
  readonly value: number | null;
  readonly status: 'published' | 'too_few' | 'missing';
  readonly answers: number | null;
  readonly responseRate: number | null;
};

export type Organisation = {
  readonly id: string;
  readonly code: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly kind: 'committee' | 'municipal_company' | 'police' | 'other';
};

export type Account = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
};

export type Clearance = {
  readonly id: string;
  readonly account: string;
  /** One of the two: all subjects of an organisation, by its code, or one subject, by its id. */
  readonly organisation: string | null;
  readonly subjectId: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
};

export type Marking = {
  readonly id: string;
  readonly level: 'masked' | 'withheld';
  readonly provision: string;
  readonly decidedOn: string;
  readonly authority: string;
};

export type Camera = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'fixed' | 'dome' | 'ptz';
  readonly status: 'planned' | 'in_operation' | 'off';
  readonly bearing_deg: number | null;
  readonly angle_deg: number;
  readonly range_m: number;
  readonly height_m: number;
  readonly inOperationFrom: string | null;
  readonly at: Position;
};

export type Site = {
  readonly id: string;
  readonly key: string;
  /** The owning organisation's code. */
  readonly organisation: string;
  readonly name: string;
  readonly purpose: string;
  readonly placeType: string | null;
  readonly stage: SiteStage;
  readonly openedAt: string | null;
  readonly createdAt: string;
  readonly at: Position;
  readonly marking: Marking | null;
  readonly cameras: readonly Camera[];
};

export type PlannedMount = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly stage: MountStage;
  readonly stageSince: string;
  readonly waitingFor: 'right_of_use' | 'power' | 'fibre' | 'mounting' | null;
  readonly waitingSince: string | null;
  /** The code of the organisation it waits on. */
  readonly waitingOn: string | null;
  readonly priority: number | null;
  readonly priorityReason: string | null;
  readonly at: Position;
  readonly marking: Marking | null;
};

export type Intervention = {
  readonly key: string;
  readonly kind: 'lighting' | 'guards' | 'patrols' | 'sight_lines' | 'locks' | 'social_work' | 'other';
  readonly name: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly rings: PolygonRings;
};
