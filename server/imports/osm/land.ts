/** The classes that land is drawn by. */
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

/** Key, value and class, the first that fits counts: a park in a residential area is drawn as a park by its own outline. */
const rules: readonly (readonly [key: string, values: readonly string[], land: LandClass])[] = [
  ['natural', ['water', 'bay', 'strait'], 'water'],
  ['waterway', ['riverbank', 'dock'], 'water'],
  ['landuse', ['reservoir', 'basin'], 'water'],
  ['amenity', ['parking'], 'parking'],
  ['place', ['square'], 'square'],
  ['highway', ['pedestrian'], 'square'],
  ['leisure', ['park', 'garden', 'pitch', 'playground', 'golf_course'], 'park'],
  ['landuse', ['grass', 'recreation_ground', 'village_green', 'cemetery', 'allotments'], 'park'],
  ['natural', ['wood', 'scrub', 'heath'], 'forest'],
  ['landuse', ['forest'], 'forest'],
  ['landuse', ['farmland', 'meadow', 'orchard', 'farmyard', 'vineyard'], 'farmland'],
  ['natural', ['grassland'], 'farmland'],
  ['landuse', ['residential'], 'residential'],
  ['landuse', ['industrial', 'railway', 'port', 'quarry'], 'industrial'],
  ['landuse', ['commercial', 'retail'], 'commercial'],
];

/** How an area is drawn, from its tags; null when it is not. */
export function landClassOf(tags: Readonly<Record<string, string | undefined>>): LandClass | null {
  return rules.find(([key, values]) => values.includes(tags[key] ?? ''))?.[2] ?? null;
}
