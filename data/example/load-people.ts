import { hash } from '@node-rs/argon2';
import type { Gate } from '../../server/db/gate.ts';
import { ensureIncidentCategories, ensurePlaceTypes } from '../../server/db/import-lookups.ts';
import { copyLine } from './copy-text.ts';
import { demoPassword } from './people.ts';
import type { Example } from './types.ts';

/** Organisations and accounts, every one with the printed password; and the lists of place types and categories. */
export async function loadPeople(gate: Gate, { organisations, accounts }: Example): Promise<void> {
  const idOf = new Map(organisations.map(({ code, id }) => [code, id]));
  const hashes = await Promise.all(accounts.map(() => hash(demoPassword)));
  await gate.service('importer', async (tx) => {
    await ensurePlaceTypes(tx);
    await ensureIncidentCategories(tx);
    await tx.copyIn(
      'app.organisation',
      ['id', 'code', 'name_sv', 'name_en', 'kind'],
      organisations.map(({ id, code, nameSv, nameEn, kind }) => copyLine([id, code, nameSv, nameEn, kind])),
    );
    await tx.copyIn(
      'secret.account',
      ['id', 'username', 'name', 'organisation_id', 'role', 'password_hash'],
      accounts.map(({ id, username, name, organisation, role }, index) =>
        copyLine([id, username, name, idOf.get(organisation), role, hashes[index]]),
      ),
    );
  });
}
