import { PLACE_TYPES, type PlaceType, type PlaceTypeCode, type TagRule } from './place-types.ts';

/** The type of a place from its tags in OpenStreetMap; null when it is of none that matters here. */
export function placeTypeOfTags(tags: Readonly<Record<string, string | undefined>>): PlaceTypeCode | null {
  const types: readonly (PlaceType & { code: PlaceTypeCode })[] = PLACE_TYPES;
  return types.find(({ osm }) => osm.some((rules) => rules.every((rule) => fits(tags, rule))))?.code ?? null;
}

function fits(tags: Readonly<Record<string, string | undefined>>, { key, values, missing }: TagRule): boolean {
  const value = tags[key];
  return value === undefined || value === '' ? missing === true : values.includes(value);
}
