import type { Gate } from '../db/gate.ts';
import { nobody } from '../db/gate.ts';
import { readSetting, type InstanceSetting } from '../db/instance.ts';
import { demoAccounts } from '../../data/example/people.ts';

/** What a person needs to read once the server answers: where, and who she can be. */
export async function sayReady(gate: Gate, address: string): Promise<void> {
  const instance = await gate.as(nobody, (tx) => readSetting<InstanceSetting>(tx, 'instance'));
  const shown = address.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  console.log(`\nKamerapunkt svarar på ${shown}`);
  if (gate.engine === 'embedded')
    console.log('Inbyggd databas: för demonstration, inte för verkliga sekretessuppgifter.');
  if (!instance?.example) return;
  console.log('\nLogga in i exempelkommunen som:');
  for (const { username, password, name, role } of demoAccounts)
    console.log(`  ${username.padEnd(22)} ${password.padEnd(14)} ${name} (${role})`);
}
