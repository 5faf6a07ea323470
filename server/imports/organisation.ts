import type { Clock } from '../db/clock.ts';
import { createOrganisation } from '../db/account-admin.ts';
import type { Tx } from '../db/driver.ts';
import { organisationByCode, organisationCodes } from '../db/import-cameras.ts';
import { ImportFault } from './fault.ts';

/** Whom imported cameras belong to when nobody is named. */
export const importedOrganisation = { code: 'imported', name: 'Importerade kameror', kind: 'other' } as const;

/**
 * The organisation of a code. One that is not there is made when its name is given too.
 * @throws ImportFault with the codes there are.
 */
export async function organisationFor(
  tx: Tx,
  clock: Clock,
  asked: { readonly code: string; readonly name: string | null; readonly kind: 'police' | 'other' },
): Promise<string> {
  const known = await organisationByCode(tx, asked.code);
  if (known) return known.id;
  const isDefault = asked.code === importedOrganisation.code;
  const name = asked.name ?? (isDefault ? importedOrganisation.name : null);
  if (name === null)
    throw new ImportFault('no_such_organisation', {
      code: asked.code,
      codes: (await organisationCodes(tx)).join(', '),
    });
  return createOrganisation(tx, { id: clock.uuid(), code: asked.code, name, kind: asked.kind });
}
