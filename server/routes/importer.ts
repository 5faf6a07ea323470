import type { FastifyRequest } from 'fastify';
import type { ImportKind } from '#core/wire/imports.ts';
import type { Gate, Viewer } from '../db/gate.ts';
import type { Asker } from '../db/import-jobs.ts';
import { organisationsClearedFor } from '../db/me.ts';
import { HttpProblem } from '../http/problems.ts';
import { signedIn, type ViewerOf } from '../http/viewer.ts';
import { kindsFor } from '../imports/page/settings.ts';

export interface Importer extends Viewer, Asker {
  readonly accountId: string;
  /** What this one may bring in. */
  readonly kinds: readonly ImportKind[];
}

/**
 * Who asks, of those who may bring files in. What a liaison sends is secret from its first byte, before anybody has said of
 * which kind it is: an access token, which no clearance goes with, gets nothing of it.
 * @throws 401 when nobody has signed in, 403 when it is not this one's to do.
 */
export async function importerOf(gate: Gate, viewerOf: ViewerOf, request: FastifyRequest): Promise<Importer> {
  const viewer = await signedIn(viewerOf, request);
  const kinds = kindsFor(viewer.role);
  const isLiaison = viewer.role === 'liaison';
  if (kinds.length === 0 || (isLiaison && !viewer.usesClearance)) throw new HttpProblem(403, 'not-allowed');
  const clearedFor = isLiaison ? await gate.as(viewer, organisationsClearedFor) : [];
  return { ...viewer, kinds, isAdministrator: viewer.role === 'administrator', clearedFor };
}
