import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#core/random.ts';
import { swedishSortKey } from '#core/swedish/sort-key.ts';

function inOrder(names: readonly string[]): string[] {
  const shuffled = seededRandom(names.join()).shuffle(names);
  const bytes = (name: string) => Buffer.from(swedishSortKey(name), 'utf8');
  return shuffled.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b)));
}

describe('swedishSortKey', () => {
  test.each([
    [['Zinkgruvan', 'Åby', 'Älmhult', 'Ödeshög']],
    [['Arvika', 'Västervik', 'Växjö', 'Wadköping', 'Xerxes']],
    [['Ide', 'Idé', 'Ideal']],
    [['Muller', 'Mylla', 'Müller', 'Myllra']],
    [['Lund', 'Lund Norra', 'Lunda', 'Lundby']],
    [['Kvarn 1', 'Kvarn-2', 'kvarn 3']],
    [['Nacka', 'NÅDENDAL', 'nödinge']],
  ])('puts %j in order', (names) => {
    expect(inOrder(names)).toEqual(names);
  });

  test('reads å the same whether it is one character or two', () => {
    expect(swedishSortKey('A\u030ahus').split('\t')[0]).toBe(swedishSortKey('Åhus').split('\t')[0]);
  });

  test('is equal only for equal names, and is a total order', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(swedishSortKey(a) === swedishSortKey(b)).toBe(a === b);
      }),
    );
  });
});
