import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImportFault } from '../../../server/imports/fault.ts';
import { fileOf } from '../import-file.ts';
import { mutate, mutations, seeds, type Mutation, type Seed } from './mutate.ts';
import { inspect, read } from './read.ts';

/** A longer run than every day's: so many times more files. */
const times = Number(process.env['MUTATIONS'] ?? 1);
const longest_ms = 20_000;

let all: readonly Seed[];
beforeAll(() => {
  all = seeds();
});

/** Rows in their order, or a fault; anything else, and anything too slow, is thrown. */
async function outcome(seed: Seed, changes: readonly Mutation[], look: boolean): Promise<void> {
  const path = fileOf(seed.name, mutate(seed.bytes, changes));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('hangs')), longest_ms);
  });
  try {
    const work = look
      ? inspect(path)
      : read(path).then(({ numbers }) => expect(numbers).toEqual(numbers.toSorted((a, b) => a - b)));
    await Promise.race([work, late]);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
  } finally {
    clearTimeout(timer);
  }
}

describe('a file that something has happened to', () => {
  it.each([
    ['text', true, 150],
    ['another format', false, 24],
  ])('of %s gives rows or a sentence, and leaves nothing behind', async (_, isText, runs) => {
    const some = all.filter((seed) => seed.isText === isText);
    await fc.assert(
      fc.asyncProperty(fc.nat(), mutations, fc.boolean(), (which, changes, look) =>
        outcome(some[which % some.length] as Seed, changes, look),
      ),
      { numRuns: runs * times },
    );
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith(`kamerapunkt-import-${process.pid}-`));
    expect(left).toEqual([]);
  });
});
