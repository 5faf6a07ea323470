import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { ImportFault } from './fault.ts';
import type { Job, ReadResult } from './job.ts';
import { readMounts } from './mount-rows.ts';
import { organisationFor } from './organisation.ts';
import { putStaged } from './put-staged.ts';
import { parseDay } from './values.ts';

/** OSL's everyday ground for the police's planned mounts at an authority that assists them. */
const defaultProvision = '18 kap. 1 och 3 §§ OSL';

/** Reads the police's planned mounts; what they are marked with is decided by the options and done when they are published. */
export async function readPlannedMounts(job: Job): Promise<ReadResult> {
  const { gate, clock, options } = job;
  const authority = options.get('authority');
  if (!authority) throw new ImportFault('option_needed', { name: 'authority' });
  const decided = parseDay(options.get('decided') ?? clock.now().toISOString(), 'dmy');
  if (!decided)
    throw new ImportFault('not_a_choice', {
      name: 'decided',
      value: options.get('decided') ?? '',
      choices: 'YYYY-MM-DD',
    });
  const { rows, read, ranks } = await readMounts(job);
  if (rows.length === 0) throw new ImportFault(read === 0 ? 'no_rows' : 'nothing_usable', { read: String(read) });
  await putStaged(gate, job.batchId, rows);
  const own = { provision: options.get('provision') ?? defaultProvision, authority, decided, ranks };
  // Where they lie must not move the opening view, which everybody sees.
  return { read, publishing: { own, extent: null } };
}

/** Whose mounts they are: on the command line by the code of an organisation, made when its name is given too. */
export async function mountsOrganisation(
  gate: Gate,
  clock: Clock,
  options: ReadonlyMap<string, string>,
): Promise<string> {
  const code = options.get('organisation');
  if (!code) throw new ImportFault('option_needed', { name: 'organisation' });
  if (!options.get('authority')) throw new ImportFault('option_needed', { name: 'authority' });
  return gate.service('importer', (tx) =>
    organisationFor(tx, clock, { code, name: options.get('organisation_name') ?? null, kind: 'police' }),
  );
}
