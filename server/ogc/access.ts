import type { Config } from '../config.ts';
import type { Viewer } from '../db/gate.ts';
import { HttpProblem } from '../http/problems.ts';
import type { FilterValues } from './filters.ts';
import { collections, type Collection } from './collections.ts';

/**
 * Reads the shown form where no single person asks: a snapshot for tiles, a layer the operator has made public.
 * The shown views are the same for every signed-in role, and this one has no account and no clearance.
 */
export const shownReader: Viewer = { role: 'analyst', accountId: null, usesClearance: false };

export function mayRead(viewer: Viewer, { id, roles }: Collection, config: Config): boolean {
  return viewer.role === 'public' ? config.publicLayers.includes(id) : roles.includes(viewer.role);
}

/** The collections this viewer may read, in their order. */
export function readable(viewer: Viewer, config: Config): readonly Collection[] {
  return collections.filter((collection) => mayRead(viewer, collection, config));
}

/** @throws 401 for nobody, 403 for somebody whose role does not read it. */
export function checkMayRead(viewer: Viewer, collection: Collection, config: Config): void {
  if (mayRead(viewer, collection, config)) return;
  throw viewer.role === 'public' ? new HttpProblem(401, 'signed-out') : new HttpProblem(403, 'not-allowed');
}

/** @throws 401: without sign-in there is something to look for only where the operator has made layers public. */
export function checkMayLook(viewer: Viewer, config: Config): void {
  if (viewer.role === 'public' && config.publicLayers.length === 0) throw new HttpProblem(401, 'signed-out');
}

/**
 * A public layer is the ground; what people answered about it, and any ranking of it, asks for sign-in.
 * @throws 401
 */
export function checkMayFilter(viewer: Viewer, filters: FilterValues): void {
  if (viewer.role === 'public' && filters.indicator !== undefined) throw new HttpProblem(401, 'signed-out');
}

/** As whom the database is asked: the viewer himself, or for nobody the shown form of a public layer. */
export function readerFor(viewer: Viewer): Viewer {
  return viewer.role === 'public' ? shownReader : viewer;
}
