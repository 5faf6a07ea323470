import { createContext, use } from 'react';
import type { Instance, Session } from '#core/wire/instance.ts';

/** Who is here and where: given once, read by every panel. */
export interface Workspace {
  readonly instance: Instance;
  readonly session: Session;
  /** Shows everything as to somebody without clearance. Hand it to every query that takes it. */
  readonly uncleared: boolean;
  /** The survey's and the reports' year: the chosen one, or the newest there is. Null while nothing is known. */
  readonly year: number | null;
  /** On a phone, where the panel may cover the whole map: lets it be seen. */
  readonly showMap: () => void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/** @throws outside the workspace: nobody has signed in there. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace outside the workspace');
  return workspace;
}
