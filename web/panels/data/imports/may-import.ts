import { importKinds, type ImportKind } from '#core/wire/imports.ts';
import type { Session } from '#core/wire/instance.ts';

/** The kinds that this person may bring in; none for those who may not. Kamerapunkter are the police's. The server decides the same. */
export function kindsFor({ account, may }: Session): readonly ImportKind[] {
  if (!may.importData) return [];
  if (account.role === 'liaison') return ['planned-mounts', 'zones'];
  return importKinds.filter((kind) => kind !== 'planned-mounts');
}
