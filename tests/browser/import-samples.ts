import proj4 from 'proj4';
import type { Position } from '#core/position.ts';

/** A file as a browser is given it. */
export interface Sample {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const tm = '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs';
const zone1500 = '+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +units=m +no_defs';

/** About the middle of the example, SWEREF 99 TM. */
const middle: Position = [520_000, 6_640_000];

const comma = (metres: number) => metres.toFixed(2).replace('.', ',');
const csv = (name: string, lines: readonly string[]): Sample => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'),
});

const kinds = ['Skadegörelse', 'Rån', 'Narkotikabrott', 'Misshandel'] as const;
const day = (order: number) => `2026-0${1 + (order % 8)}-${String(1 + (order % 27)).padStart(2, '0')}`;
const spread = (order: number): Position => [middle[0] + (order % 20) * 41, middle[1] + Math.floor(order / 20) * 37];

/**
 * Crimes as a municipality gets them: semicolons, ISO-8859-1, decimal commas, a local zone. Of the `rows` one has a
 * personnummer and one no position, and the headings of north and east have changed places.
 */
export function crimesInLocalZone(name: string, rows: number): Sample {
  const lines = Array.from({ length: rows }, (_, order) => {
    const [east, north] = proj4(tm, zone1500, [...spread(order)]);
    const place = order === 7 ? ['', ''] : [comma(north!), comma(east!)];
    const note = order === 3 ? 'Anmälare 19121212-1212' : `Öppet ärende ${order + 1}`;
    return [`K${5000 + order}-26`, day(order), kinds[order % kinds.length], ...place, note].join(';');
  });
  return csv(name, ['Ärendenr;Händelsedatum;Brottstyp;Öst;Nord;Anteckning', ...lines]);
}

/** Crimes in SWEREF 99 TM with nothing wrong: as many as it takes for reading them to last. */
export function plainCrimes(name: string, rows: number): Sample {
  const lines = Array.from({ length: rows }, (_, order) => {
    const [east, north] = spread(order % 400);
    return [
      `${day(order)} ${String(order % 24).padStart(2, '0')}:${order % 60 < 10 ? '0' : ''}${order % 60}`,
      kinds[order % kinds.length],
      east,
      north,
    ].join(';');
  });
  return csv(name, ['Tidpunkt;Brottstyp;Öst;Nord', ...lines]);
}

/** The survey of two areas of the example and of one whose name nobody knows. */
export function surveyWithUnknownArea(name: string): Sample {
  const lines = [
    'Hamnen;Samlat problemindex;2026;1,42;118',
    'Lugnvik;Samlat problemindex;2026;2,31;76',
    'Lugnvyk;Samlat problemindex;2026;1,07;64',
  ];
  return csv(name, ['Område;Indikator;År;Värde;Antal svar', ...lines]);
}

/** The police's own points. The name of the file and of the places are secret too. */
export function plannedMounts(name: string): Sample {
  const [east, north] = middle;
  return csv(name, [
    'Kod;Namn;Skede;Prioritet;Motivering;Öst;Nord',
    `KP-91;Hemliga hörnet;prioriterad;21;Öppen handel;${east};${north}`,
    `KP-92;Gömda gränden;önskad;;;${east + 120};${north + 40}`,
    'KP-93;Utan läge;önskad;;;;',
  ]);
}
