import type { ImportKind, ImportNote } from '#core/wire/imports.ts';
import { cell, findColumns, type FieldNames } from '../columns.ts';
import { categoryOf } from '../incident-categories.ts';
import { positionFields } from '../positions.ts';
import { knownIndicator } from '../survey-indicators.ts';
import { surveyFields } from '../survey-rows.ts';
import { parseDay } from '../values.ts';
import { parseAmount } from './amount.ts';
import { areaCountFields, interventionFields, mastFields, populationFields, squareCountFields } from './fields.ts';
import { mastKindOf, zoneKindOf } from './kind-words.ts';
import { parsePeriod } from './period.ts';
import { parseSquareId } from './square-id.ts';

/** What is seen of a file or a layer of it: a few hundred rows are enough. */
export interface Glimpse {
  readonly fileName: string;
  readonly layer: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of a geo file; null for a table of text. */
  readonly geometry: 'point' | 'line' | 'polygon' | null;
}

/** A kind that a file may be, and why: the words for each reason stand in the texts. */
export interface LikelyKind {
  readonly kind: ImportKind;
  readonly because: ImportNote;
}

/** What tells cameras and planned mounts from other points; all of their fields stand with their kinds. */
const cameraSigns = {
  bearing: ['bearing', 'bearing_deg', 'camera:direction', 'direction', 'riktning', 'bäring'],
  angle: ['angle', 'angle_deg', 'fov', 'bildvinkel', 'synfält'],
  range: ['range', 'range_m', 'räckvidd', 'räckvidd_m'],
  height: ['height', 'height_m', 'höjd', 'höjd_m', 'monteringshöjd'],
  from: ['in_operation_from', 'i drift från', 'idrifttagen', 'driftsatt', 'date de mise en service', 'installed'],
} as const satisfies FieldNames<string>;
const mountSigns = {
  stage: ['stage', 'skede', 'läge i processen'],
  waiting_for: ['waiting_for', 'väntar på'],
  priority: ['priority', 'prioritet', 'prio'],
  priority_reason: ['priority_reason', 'motivering', 'skäl'],
} as const satisfies FieldNames<string>;

type Because = ImportNote | null;
type Judge = (sight: Sight) => readonly [points: number, because: Because];

/** A glimpse with what several judges ask of it. */
interface Sight extends Glimpse {
  readonly named: string;
  readonly hasPosition: boolean;
  /** Columns of a kind's fields, by name; -1 where there is none. */
  at<Field extends string>(names: FieldNames<Field>): Readonly<Record<Field, number>>;
  heading(index: number): string;
  /** The share (0-1) of a column's filled cells that a test holds for. */
  share(index: number, holds: (text: string) => boolean): number;
}

/** The kinds that a file may be, best first; empty when it fits none: then a person must choose, or the file is another's. */
export function guessKinds(glimpse: Glimpse): LikelyKind[] {
  if (/\.(osm|pbf|osm\.(gz|bz2|pbf))$/i.test(glimpse.fileName)) return [{ kind: 'osm', because: note('osm_file') }];
  const sight = look(glimpse);
  return (Object.entries(judges) as [ImportKind, Judge][])
    .map(([kind, judge]) => ({ kind, verdict: judge(sight) }))
    .flatMap(({ kind, verdict: [points, because] }) => (points > 0 && because ? [{ kind, points, because }] : []))
    .toSorted((a, b) => b.points - a.points)
    .map(({ kind, because }) => ({ kind, because }));
}

const no: readonly [number, Because] = [0, null];
const note = (code: string, values: ImportNote['values'] = {}): ImportNote => ({ code, values });
const columns = (sight: Sight, ...indexes: number[]) =>
  note('has_columns', {
    columns: indexes
      .filter((index) => index >= 0)
      .map((index) => sight.heading(index))
      .join(', '),
  });

const mostly = 0.6;
const isPeriod = (text: string) => typeof parsePeriod(text) === 'object';
const isDay = (text: string) =>
  /^\d{1,4}[-/. ]?(\d{1,2}|\p{L}+)[-/. ]?\d{2,4}/u.test(text) && parseDay(text, 'dmy') !== null;
const isTime = (text: string) => isDay(text) || /^\d{4}-\d{2}$/.test(text) || parseDay(text, 'mdy') !== null;
const isFigure = (text: string) => parseAmount(text) !== null;

const judges: Readonly<Record<Exclude<ImportKind, 'osm'>, Judge>> = {
  zones(sight) {
    if (sight.geometry !== 'polygon') return no;
    const told = [sight.named, ...sight.header].find((text) => zoneKindOf(text));
    if (told) return [90, note('zone_words', { words: told })];
    const column = sight.header.findIndex(
      (_, index) => sight.share(index, (text) => zoneKindOf(text) !== null) > mostly,
    );
    return column >= 0 ? [90, note('zone_values', { column: sight.heading(column) })] : no;
  },
  areas: (sight) => (sight.geometry === 'polygon' ? [50, note('is_polygons')] : no),
  'square-counts'(sight) {
    const at = sight.at(squareCountFields);
    if (sight.share(at.count, isFigure) < mostly) return no;
    if (sight.share(at.square, (text) => parseSquareId(text) !== null) > mostly)
      return [85, columns(sight, at.square, at.count)];
    const isCorner = (text: string) => /^\d{6,7}0{2}(\.0+)?$|^\d{4,5}(00|50)(\.0+)?$/.test(text);
    const areCorners = [at.east, at.north].every((index) => sight.share(index, isCorner) > mostly);
    return areCorners ? [80, columns(sight, at.east, at.north, at.count)] : no;
  },
  'planned-mounts'(sight) {
    if (!sight.hasPosition) return no;
    const at = sight.at(mountSigns);
    const own = sight.header.findIndex((heading) => /^kamerapunkt/i.test(heading.trim()));
    if (own >= 0) return [88, columns(sight, own)];
    if (/kamerapunkt|planned.?mount/i.test(sight.named)) return [86, note('file_name', { name: sight.fileName })];
    const steps = [at.waiting_for, at.priority, at.priority_reason, at.stage].filter((index) => index >= 0);
    return steps.length >= 2 ? [70, columns(sight, ...steps)] : no;
  },
  cameras(sight) {
    if (!sight.hasPosition) return no;
    const at = sight.at(cameraSigns);
    const surveillance = sight.header.findIndex(
      (_, index) => sight.share(index, (text) => text === 'surveillance') > mostly,
    );
    if (surveillance >= 0) return [84, columns(sight, surveillance)];
    const own = sight.header.filter((heading) => /camera|kamera|cctv/i.test(heading) && !/kamerapunkt/i.test(heading));
    const technical = [at.bearing, at.angle, at.range, at.height].filter((index) => index >= 0);
    if (own.length > 0) return [80, note('has_columns', { columns: own.join(', ') })];
    if (at.angle >= 0 || technical.length >= 2) return [78, columns(sight, ...technical)];
    if (/camera|kamer[ao]|cctv/i.test(sight.named)) return [75, note('file_name', { name: sight.fileName })];
    return at.from >= 0 && sight.share(at.from, isTime) > mostly ? [65, columns(sight, at.from)] : no;
  },
  masts(sight) {
    if (!sight.hasPosition || sight.geometry === 'polygon') return no;
    const at = sight.at(mastFields);
    const column = sight.header.findIndex(
      (_, index) => sight.share(index, (text) => mastKindOf(text) !== null) > mostly,
    );
    const own = sight.header.filter((heading) => /stolp|mast/i.test(heading));
    const wires = [at.has_power, at.has_fibre].filter((index) => index >= 0);
    if (own.length > 0) return [77, note('has_columns', { columns: own.join(', ') })];
    if (column >= 0 && !isMeasure(sight)) return [76, note('mast_values', { column: sight.heading(column) })];
    return wires.length > 0 && at.height >= 0 ? [74, columns(sight, ...wires, at.height)] : no;
  },
  interventions(sight) {
    const at = sight.at(interventionFields);
    if (!sight.hasPosition && sight.geometry === null) return no;
    if (!isMeasure(sight)) return no;
    const dates = [at.valid_from, at.valid_to].filter((index) => index >= 0);
    const own = sight.header.findIndex((heading) => /åtgärd|insats|intervention/i.test(heading));
    return [
      81,
      own >= 0 || dates.length > 0 ? columns(sight, own, ...dates) : note('file_name', { name: sight.fileName }),
    ];
  },
  incidents(sight) {
    if (!sight.hasPosition || sight.geometry === 'polygon' || sight.geometry === 'line') return no;
    const time = sight.header.findIndex(
      (heading, index) =>
        /date|datum|time|tid|month|månad|occurred/i.test(heading) &&
        !/mise en service|listed|install|drift|idrifttag|driftsatt|updated|ändrad|start|slut|end/i.test(heading) &&
        sight.share(index, isTime) > mostly,
    );
    if (time < 0) return no;
    const category = sight.header.findIndex((_, index) => sight.share(index, isCrime) > mostly);
    return [category >= 0 ? 72 : 60, columns(sight, category, time)];
  },
  'area-counts'(sight) {
    if (sight.hasPosition || sight.geometry !== null) return no;
    const at = sight.at(areaCountFields);
    const when = [at.period, at.month, at.year, at.period_from].find(
      (index) => index >= 0 && sight.share(index, isPeriod) > mostly,
    );
    const counts = at.area >= 0 && when !== undefined && sight.share(at.count, isFigure) > mostly;
    const isCrimes =
      sight.share(at.category, (text) => categoryOf(text) !== null) > 0.3 ||
      /brott|crime|händelse|incident/i.test(sight.header.join(' '));
    return counts && isCrimes ? [82, columns(sight, at.area, at.category, when ?? -1, at.count)] : no;
  },
  survey(sight) {
    if (sight.hasPosition || sight.geometry !== null) return no;
    const at = sight.at(surveyFields);
    if (at.area < 0 && at.comparison < 0) return noneByName(sight);
    const asked = sight.share(at.indicator, (text) => !isFigure(text)) > mostly;
    if (asked && at.year >= 0 && sight.share(at.value, isFigure) > mostly)
      return [83, columns(sight, at.area, at.indicator, at.value)];
    return wideSurvey(sight);
  },
  population(sight) {
    const at = sight.at(populationFields);
    if (sight.geometry === 'point' || sight.geometry === 'line' || sight.hasPosition) return no;
    const named = /befolkning|folkmängd|invånare|population/i;
    const people = at.population >= 0 && sight.share(at.population, isFigure) > mostly;
    const heading = sight.heading(at.population);
    const said = named.test(heading) || /^pop$|^totalt$|personer/i.test(heading) || named.test(sight.named);
    const own = sight.header.findIndex((one) => named.test(one));
    const area = at.area >= 0 ? at.area : sight.header.findIndex((one) => /(kod|code|namn|name)\b/i.test(one));
    if (area < 0 || (!said && own < 0) || (!people && own < 0)) return no;
    const points = sight.geometry === 'polygon' ? 40 : 68;
    return [points, columns(sight, area, at.year, own >= 0 ? own : at.population)];
  },
};

/** A wide table of figures per area: known questions as headings, or several that call themselves an index or a share. */
function wideSurvey(sight: Sight): readonly [number, Because] {
  const known = sight.header.filter((heading) => knownIndicator(heading) !== null);
  if (known.length > 0) return [79, note('has_columns', { columns: known.slice(0, 3).join(', ') })];
  const figures = sight.header.filter(
    (heading, index) => /index|andel|score|problem|trygg|oro\b/i.test(heading) && sight.share(index, isFigure) > mostly,
  );
  return figures.length >= 2 ? [70, note('has_columns', { columns: figures.slice(0, 3).join(', ') })] : no;
}

/** Areas may stand under a heading of their own; a wide table is then known by its figures and a column of codes or names. */
function noneByName(sight: Sight): readonly [number, Because] {
  return sight.header.some((heading) => /(kod|code|namn|name|område|area)\b/i.test(heading)) ? wideSurvey(sight) : no;
}

const isCrime = (text: string) => {
  const category = categoryOf(text);
  return category !== null && (category !== 'other' || /\p{L}{4}/u.test(text));
};

function isMeasure({ header, named }: Sight): boolean {
  return (
    header.some((heading) => /åtgärd|insats|intervention/i.test(heading)) || /åtgärd|insats|intervention/i.test(named)
  );
}

function look(glimpse: Glimpse): Sight {
  const { header, rows } = glimpse;
  const seen = rows.slice(0, 300);
  const table = { header, wktColumn: null };
  const sight: Sight = {
    ...glimpse,
    named: `${glimpse.fileName} ${glimpse.layer}`,
    hasPosition: glimpse.geometry === 'point',
    at: (names) => findColumns(table, names, new Map()).index,
    heading: (index) => header[index] ?? '',
    share(index, holds) {
      const filled = index < 0 ? [] : seen.map((row) => cell(row, index)).filter((text) => text !== '');
      return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
    },
  };
  const at = sight.at(positionFields);
  const isPair =
    at.lon >= 0 && at.lat >= 0 && Math.min(sight.share(at.lon, isFigure), sight.share(at.lat, isFigure)) > mostly;
  return isPair ? { ...sight, hasPosition: true } : sight;
}
