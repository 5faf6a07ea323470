/** The classes that streets are drawn by. */
export type StreetClass =
  | 'motorway'
  | 'primary'
  | 'secondary'
  | 'residential'
  | 'service'
  | 'pedestrian'
  | 'path'
  | 'rail';

const byHighway: Readonly<Record<string, StreetClass>> = {
  motorway: 'motorway',
  motorway_link: 'motorway',
  trunk: 'motorway',
  trunk_link: 'motorway',
  primary: 'primary',
  primary_link: 'primary',
  secondary: 'secondary',
  secondary_link: 'secondary',
  tertiary: 'secondary',
  tertiary_link: 'secondary',
  residential: 'residential',
  unclassified: 'residential',
  living_street: 'residential',
  road: 'residential',
  service: 'service',
  track: 'path',
  pedestrian: 'pedestrian',
  footway: 'path',
  path: 'path',
  cycleway: 'path',
  bridleway: 'path',
  steps: 'path',
};

const rails = new Set(['rail', 'light_rail', 'tram', 'subway', 'narrow_gauge']);

/** The class of a street or railway from its tags; null for what is not drawn (planned, under ground, none). */
export function streetClassOf(tags: Readonly<Record<string, string | undefined>>): StreetClass | null {
  const highway = tags['highway'];
  if (highway) return byHighway[highway] ?? null;
  const isUnderGround = tags['tunnel'] !== undefined && tags['tunnel'] !== '' && tags['tunnel'] !== 'no';
  return rails.has(tags['railway'] ?? '') && !isUnderGround ? 'rail' : null;
}
