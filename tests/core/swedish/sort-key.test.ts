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
    [['Idéa', 'Ideb', 'Idéc']],
    [['Mylkan', 'Müller', 'Mylma']],
    [['Lund', 'Lund Norra', 'Lunda', 'Lundby']],
    [['Kvarn 1', 'kvarn 2', 'KVARN 3']],
    [['Nacka', 'NÅDENDAL', 'nädbo', 'Nödinge']],
  ])('puts %j in order', (names) => {
    expect(inOrder(names)).toEqual(names);
  });

  test('reads å the same whether it is one character or two, large or small', () => {
    expect(swedishSortKey('A\u030aHUS')).toBe(swedishSortKey('åhus'));
  });

  test('gives the keys that the database stores', () => {
    expect(swedishSortKey('ÅÄÖÆØÜÉÈÁÀ åäöæøüéèáà')).toBe('{|}|}yeeaa {|}|}yeeaa');
    expect(swedishSortKey('S:t Erik-Östra 2')).toBe('s:t erik-}stra 2');
  });
});
