import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { nobody } from '../db/gate.ts';
import { readSetting } from '../db/instance.ts';

/** Loads the invented municipality into a database that holds no municipality yet. */
export async function loadExampleOnce(gate: Gate, clock: Clock): Promise<void> {
  if (await gate.as(nobody, (tx) => readSetting(tx, 'instance'))) return;
  console.log('Läser in exempelkommunen Exempelköping …');
  const { loadExample } = await import('../../data/example/load.ts');
  await loadExample(gate, clock, (line) => console.log(`  ${line}`));
}
