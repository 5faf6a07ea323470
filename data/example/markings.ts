import type { Random } from '#core/random.ts';
import type { Marking } from './types.ts';

/** A marking states provision, date and authority (OSL 5:5). */
type Mark = (level: Marking['level'], decidedOn: string, random: Random) => Marking;

/** The police's points, at the police and at those who assist it. */
export const policeMarking: Mark = (level, decidedOn, random) => ({
  id: random.uuid(),
  level,
  provision: '18 kap. 1 och 3 §§ OSL',
  decidedOn,
  authority: 'Polismyndigheten',
});

/** A municipality's own: information on security and surveillance measures. */
export const municipalMarking: Mark = (level, decidedOn, random) => ({
  id: random.uuid(),
  level,
  provision: '18 kap. 8 § OSL',
  decidedOn,
  authority: 'Exempelköpings kommun',
});
