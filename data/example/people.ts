import type { Instance } from '#core/wire/instance.ts';

/** Everybody's in the example: it is printed at start and on the sign-in page. */
export const demoPassword = 'exempel-2026';

/** Who one can sign in as in the invented municipality; the loader makes these accounts. */
export const demoAccounts: Instance['demoAccounts'] = [
  { username: 'planerare', name: 'Petra Lind', role: 'planner', organisation: 'Tekniska nämnden' },
  { username: 'planerare-skola', name: 'Samir Haddad', role: 'planner', organisation: 'Utbildningsnämnden' },
  { username: 'polis', name: 'Karin Berg', role: 'liaison', organisation: 'Polismyndigheten' },
  { username: 'analytiker', name: 'Anna Sjöö', role: 'analyst', organisation: 'Kommunstyrelsen' },
  { username: 'granskare', name: 'Olle Åström', role: 'reviewer', organisation: 'Kommunstyrelsen' },
  { username: 'administrator', name: 'Mona Öberg', role: 'administrator', organisation: 'Kommunstyrelsen' },
  { username: 'montor', name: 'Jonas Ek', role: 'fitter', organisation: 'Tekniska nämnden' },
].map((account) => ({ ...account, password: demoPassword }) as Instance['demoAccounts'][number]);
