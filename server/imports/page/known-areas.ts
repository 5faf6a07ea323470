import type { Gate } from '../../db/gate.ts';
import { areaSets, areasOfSet } from '../../db/import-survey.ts';
import type { KnownArea } from '../sense/traps/known-areas.ts';

/** The areas that rows may be about: of the set that is chosen, else of every set. */
export function knownAreas(gate: Gate, options: ReadonlyMap<string, string>): Promise<KnownArea[]> {
  return gate.service('importer', async (tx) => {
    const asked = options.get('set');
    const all = await areaSets(tx);
    const chosen = all.filter(({ code }) => asked === undefined || code === asked);
    const areas: KnownArea[] = [];
    for (const { id } of chosen) areas.push(...(await areasOfSet(tx, id)));
    return areas;
  });
}
