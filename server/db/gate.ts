import type { Clock } from './clock.ts';
import type { Driver, Tx } from './driver.ts';

/** The kinds of viewer: each is a database role of its own. */
export const viewerRoles = ['public', 'planner', 'liaison', 'analyst', 'reviewer', 'administrator', 'fitter'] as const;
export type ViewerRole = (typeof viewerRoles)[number];

/** The program's own errands, each with just the rights it needs. */
export type ServiceRole = 'session' | 'deriver' | 'importer';

/** Who is asking. A viewer is made by http/viewer.ts from a session or a token, and by nothing else. */
export interface Viewer {
  readonly role: ViewerRole;
  /** Null only for `public`. */
  readonly accountId: string | null;
  /** False for access tokens and while a cleared person looks as one who is not. */
  readonly usesClearance: boolean;
}

export const nobody: Viewer = { role: 'public', accountId: null, usesClearance: false };

/**
 * The only place that chooses a database role. Everything a request reads or writes passes here,
 * in one transaction, as the asking viewer's own role; the views of `app` then decide row by row.
 */
export interface Gate {
  as<T>(viewer: Viewer, run: (tx: Tx) => Promise<T>): Promise<T>;
  service<T>(role: ServiceRole, run: (tx: Tx) => Promise<T>): Promise<T>;
  readonly engine: Driver['engine'];
}

export function makeGate(driver: Driver, clock: Clock): Gate {
  return {
    engine: driver.engine,
    as: (viewer, run) =>
      driver.transaction(
        {
          role: `kp_${viewer.role}`,
          account: viewer.accountId ?? '',
          now: clock.now().toISOString(),
          clearance: viewer.usesClearance ? 'yes' : 'no',
        },
        run,
      ),
    service: (role, run) =>
      driver.transaction({ role: `kp_${role}`, account: '', now: clock.now().toISOString(), clearance: 'no' }, run),
  };
}
