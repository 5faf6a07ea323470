import type { Locale } from '#core/format/number.ts';
import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import { shownBatch } from '../db/import-batches.ts';
import { organisationByCode } from '../db/import-cameras.ts';
import { sourceByName } from '../db/import-sources.ts';
import { undoJobOf } from '../db/kept-withdrawals.ts';
import { personalNumbersIn } from './keep/personal-number.ts';
import { whileLocked } from './kind-lock.ts';
import { look } from './look.ts';
import { undo } from './publish.ts';
import type { Report } from './report.ts';
import { actionTexts } from './texts-actions.ts';
import { withdraw } from './withdraw.ts';

/** What the command line does beside reading a file: the first word after `npm run import --`. */
export function isAction(word: string | undefined): boolean {
  return word === 'withdraw' || word === 'undo' || word === 'look';
}

export interface Outcome {
  readonly isDone: boolean;
  readonly words: string;
}

/**
 * `withdraw <source> reason=…` or `undo <source> [organisation=…]`, for whoever runs the server: it asks for no sign-in.
 * What could not be done is an outcome with its sentence; a fault of the import itself is thrown.
 */
export async function act(
  gate: Gate,
  clock: Clock,
  words: readonly string[],
  report: Report,
  locale: Locale,
): Promise<Outcome> {
  const texts = actionTexts(locale);
  if (words[0] === 'look') return { isDone: true, words: await look(gate, words.slice(1), locale) };
  const [action, source = '', ...rest] = words;
  const given = new Map(
    rest.map((word): [string, string] => [word.split('=', 1)[0] ?? '', word.replace(/^[^=]*=?/, '')]),
  );
  const allowed = action === 'withdraw' ? 'reason' : 'organisation';
  if (source === '' || [...given.keys()].some((name) => name !== allowed)) return { isDone: false, words: texts.usage };
  return action === 'withdraw'
    ? withdrawNamed(gate, clock, source, given.get('reason') ?? '', report, locale)
    : undoNamed(gate, clock, source, given.get('organisation'), report, locale);
}

async function withdrawNamed(
  gate: Gate,
  clock: Clock,
  source: string,
  why: string,
  report: Report,
  locale: Locale,
): Promise<Outcome> {
  const texts = actionTexts(locale);
  const reason = why.trim();
  if (reason.length < 10 || reason.length > 1000) return { isDone: false, words: texts.reasonNeeded };
  if (personalNumbersIn(reason).length > 0) return { isDone: false, words: texts.personalNumber };
  const found = await gate.service('importer', (tx) => sourceByName(tx, source));
  const done = found && (await withdraw(gate, clock, found.id, { accountId: null, reason }, report));
  if (done === null) return { isDone: false, words: texts.noSource({ source }) };
  if (done === 'made_here') return { isDone: false, words: texts.madeHere({ source }) };
  return { isDone: true, words: texts.withdrawn({ source, ...done }) };
}

/** Takes the last publishing of a source back; of planned mounts, those of one organisation. */
async function undoNamed(
  gate: Gate,
  clock: Clock,
  source: string,
  code: string | undefined,
  report: Report,
  locale: Locale,
): Promise<Outcome> {
  const texts = actionTexts(locale);
  const found = await gate.service('importer', (tx) => sourceByName(tx, source));
  if (!found) return { isDone: false, words: texts.noSource({ source }) };
  return whileLocked(
    gate,
    found.kind,
    () => report.note('waiting', { kind: found.kind }),
    async () => {
      const batch = await gate.service('importer', async (tx) => {
        const organisation = code === undefined ? null : await organisationByCode(tx, code);
        return code !== undefined && !organisation ? null : shownBatch(tx, found.id, organisation?.id ?? null);
      });
      if (!batch) return { isDone: false, words: texts.nothingToUndo({ source }) };
      await undo(gate, clock, batch.id, report, (tx) => undoJobOf(tx, batch.id, clock.now()));
      return { isDone: true, words: texts.undone({ source, file: batch.fileName }) };
    },
  );
}
