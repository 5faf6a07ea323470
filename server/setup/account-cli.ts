import { hash } from '@node-rs/argon2';
import { readConfig } from '../config.ts';
import { createAccount, createOrganisation } from '../db/account-admin.ts';
import { systemClock as clock } from '../db/clock.ts';
import { makeGate, viewerRoles } from '../db/gate.ts';
import { migrate } from '../db/migrate.ts';
import { openDriver } from '../db/open.ts';

const usage = `npm run account -- <username> <role> <organisation code> [name]
  role: ${viewerRoles.filter((role) => role !== 'public').join(', ')}
  The organisation is made when its code is new: polisen… is of kind police, else a committee.
  A password is made and printed once.`;

/** Adds an account, by an operator at the machine. */
async function main([username, role, code, ...name]: readonly string[]): Promise<void> {
  if (!username || !code || !viewerRoles.some((known) => known === role && known !== 'public')) throw new Error(usage);
  const driver = await openDriver(readConfig());
  try {
    await migrate(driver);
    const password = clock.secret(12).toString('base64url');
    const passwordHash = await hash(password);
    await makeGate(driver, clock).service('importer', async (tx) => {
      const kind = code.startsWith('polis') ? ('police' as const) : ('committee' as const);
      const organisationId = await createOrganisation(tx, { id: clock.uuid(), code, name: code, kind });
      await createAccount(tx, {
        id: clock.uuid(),
        username: username.toLowerCase(),
        name: name.join(' ') || username,
        organisationId,
        role: role as string,
        passwordHash,
      });
    });
    console.log(`${username} (${role}, ${code}): ${password}`);
  } finally {
    await driver.close();
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
