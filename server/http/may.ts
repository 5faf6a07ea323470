import type { Role, Session } from '#core/wire/instance.ts';
import type { ViewerRole } from '../db/gate.ts';

type Act = keyof Session['may'];

/** Who may do what, in one table. The database decides again (migrations/always); this is what the interface is told. */
const capabilities = {
  createSite: ['planner'],
  rankMounts: ['liaison'],
  runSuggestions: ['planner', 'analyst'],
  exportReports: ['analyst', 'planner'],
  readLog: ['reviewer'],
  keepRules: ['administrator'],
  importData: ['administrator', 'analyst', 'liaison'],
} satisfies Record<Act, readonly Role[]>;

export function mayOf(role: Role): Session['may'] {
  const entries = Object.entries(capabilities).map(([act, roles]) => [act, (roles as readonly Role[]).includes(role)]);
  return Object.fromEntries(entries) as Session['may'];
}

/** Whether the exact views are granted to a role at all; which rows they hold is the database's answer. */
export function seesExact(role: ViewerRole): boolean {
  return role === 'planner' || role === 'liaison' || role === 'analyst' || role === 'fitter';
}
