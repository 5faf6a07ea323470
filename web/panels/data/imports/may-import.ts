import { importKinds, type ImportKind } from '#core/wire/imports.ts';
import type { Session } from '#core/wire/instance.ts';

/** The kinds that this person may bring in; none for those who may not. The server decides the same. */
export function kindsFor({ account, may }: Session): readonly ImportKind[] {
  const { importData = ['administrator', 'analyst', 'liaison'].includes(account.role) } = may as {
    readonly importData?: boolean;
  };
  if (!importData) return [];
  return account.role === 'liaison' ? ['planned-mounts', 'zones'] : importKinds;
}
