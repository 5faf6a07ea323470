/** What is told of a building. */
export interface BuildingFacts {
  /** Metres; null when neither height nor floors are recorded. */
  readonly height_m: number | null;
  readonly use: string | null;
}

/** A floor of a house that no height is recorded of. */
const floor_m = 3;

/** A building from its tags; null for what is none above ground. */
export function buildingOf(tags: Readonly<Record<string, string | undefined>>): BuildingFacts | null {
  const kind = tags['building'] ?? '';
  if (kind === '' || kind === 'no' || tags['location'] === 'underground' || Number(tags['layer']) < 0) return null;
  const floors = Number.parseFloat((tags['building:levels'] ?? '').replace(',', '.'));
  const height = parseHeight_m(tags['height'] ?? '') ?? (floors > 0 ? floors * floor_m : null);
  return { height_m: height !== null && height > 0 && height < 400 ? height : null, use: kind === 'yes' ? null : kind };
}

/** "12", "12.5 m", "12,5" or feet ("39'"); null when it is none of them. */
export function parseHeight_m(text: string): number | null {
  const [, digits, unit = ''] = /^\s*(\d+(?:[.,]\d+)?)\s*(m|'|ft)?\s*$/.exec(text) ?? [];
  if (!digits) return null;
  const value = Number(digits.replace(',', '.'));
  return unit === "'" || unit === 'ft' ? value * 0.3048 : value;
}
