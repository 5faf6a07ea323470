import { seededRandom } from '#core/random.ts';
import { SEED } from './frame.ts';
import { demoAccounts } from './people.ts';
import type { Account, Clearance, Organisation } from './types.ts';

const random = seededRandom(`${SEED} organisations`);

function organisation(code: string, nameSv: string, nameEn: string, kind: Organisation['kind']): Organisation {
  return { id: random.uuid(), code, nameSv, nameEn, kind };
}

/** Who owns plant, sites and planned mounts in the example. */
export const organisations: readonly Organisation[] = [
  organisation('kommunstyrelsen', 'Kommunstyrelsen', 'Municipal executive board', 'committee'),
  organisation('tekniska', 'Tekniska nämnden', 'Technical services committee', 'committee'),
  organisation('utbildning', 'Utbildningsnämnden', 'Education committee', 'committee'),
  organisation('bostader', 'Exempelköpings Bostäder AB', 'Exempelköping Housing Ltd', 'municipal_company'),
  organisation('parkering', 'Exempelköpings Parkering AB', 'Exempelköping Parking Ltd', 'municipal_company'),
  organisation('polisen', 'Polismyndigheten', 'Swedish Police Authority', 'police'),
];

/** The accounts of people.ts with ids of their own; their organisations by code. */
export const accounts: readonly Account[] = demoAccounts.map(({ username, name, role, organisation: nameSv }) => {
  const owner = organisations.find((candidate) => candidate.nameSv === nameSv);
  if (!owner) throw new Error(`${username} belongs to no organisation.`);
  return { id: random.uuid(), username, name, role, organisation: owner.code };
});

const clearedFor = { validFrom: '2026-01-01T00:00:00Z', validTo: '2030-01-01T00:00:00Z' };

/** Who may see what exactly: persons, for an organisation's subjects or for one (OSL 8:2). `kp01` is the mount's id. */
export function makeClearances(kp01: string): Clearance[] {
  const ids = seededRandom(`${SEED} clearances`);
  return [
    { username: 'polis', organisation: 'polisen', reason: 'Samordnar polisens kamerapunkter' },
    { username: 'planerare', organisation: 'tekniska', reason: 'Handlägger nämndens bevakade platser' },
    { username: 'planerare-skola', organisation: 'utbildning', reason: 'Handlägger nämndens bevakade platser' },
    { username: 'montor', organisation: null, reason: 'Monterar KP-01' },
  ].map(({ username, organisation: code, reason }) => {
    const account = accounts.find((candidate) => candidate.username === username);
    if (!account) throw new Error(`No account is called ${username}.`);
    const validFrom = code ? clearedFor.validFrom : '2026-09-20T00:00:00Z';
    return {
      id: ids.uuid(),
      account: account.id,
      organisation: code,
      subjectId: code ? null : kp01,
      ...clearedFor,
      validFrom,
      reason,
    };
  });
}
