import { parseHeight_m } from './buildings.ts';

/** Something that a camera may hang on. */
export interface MastFacts {
  readonly kind: 'mast' | 'lamp' | 'pole';
  readonly owner: string | null;
  readonly height_m: number | null;
}

const kinds: readonly (readonly [key: string, values: readonly string[], kind: MastFacts['kind']])[] = [
  ['man_made', ['mast', 'communications_tower'], 'mast'],
  ['highway', ['street_lamp'], 'lamp'],
  ['man_made', ['street_lamp'], 'lamp'],
  ['power', ['pole'], 'pole'],
  ['man_made', ['utility_pole', 'flagpole', 'pole'], 'pole'],
];

/** A mast, lamp or pole from its tags; null when it is none. Whether it has power or fibre is not recorded there. */
export function mastOf(tags: Readonly<Record<string, string | undefined>>): MastFacts | null {
  const kind = kinds.find(([key, values]) => values.includes(tags[key] ?? ''))?.[2];
  if (!kind) return null;
  const height = parseHeight_m(tags['height'] ?? '');
  return {
    kind,
    owner: tags['owner'] || tags['operator'] || null,
    height_m: height !== null && height > 0 && height < 400 ? height : null,
  };
}
