import { hash } from '@node-rs/argon2';
import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { createAccount, createOrganisation, hasAccounts } from '../db/account-admin.ts';

/** On a database with no accounts: one administrator, whose password is printed once and stored only as a hash. */
export async function firstAccount(gate: Gate, clock: Clock): Promise<void> {
  if (await gate.service('importer', hasAccounts)) return;
  const password = clock.secret(12).toString('base64url');
  const passwordHash = await hash(password);
  await gate.service('importer', async (tx) => {
    const organisationId = await createOrganisation(tx, {
      id: clock.uuid(),
      code: 'kommunen',
      name: 'Kommunen',
      kind: 'other',
    });
    await createAccount(tx, {
      id: clock.uuid(),
      username: 'admin',
      name: 'Administratör',
      organisationId,
      role: 'administrator',
      passwordHash,
    });
  });
  console.log(`Första kontot: användarnamn admin, lösenord ${password} (visas bara nu).`);
}
