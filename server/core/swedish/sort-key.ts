/** Letters with a place of their own: å, ä and ö come after z ("{", "|" and "}" do so byte by byte); æ as ä, ø as ö. */
const PLACED: Record<string, string> = {
  å: '{',
  ä: '|',
  æ: '|',
  ö: '}',
  ø: '}',
  ü: 'y',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ð: 'd',
};

/**
 * The key by which a Swedish name is put in order when keys are compared byte by byte (C collation, JavaScript's `<`).
 * As in Swedish alphabetical lists: å, ä, ö after z; é as e, ü as y; w after v, a letter of its own (SAOL 2006); case,
 * marks and hyphens do not matter. What compares alike is told apart by the name itself, behind a tab, so that only
 * equal names have equal keys.
 */
export function swedishSortKey(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  const placed = lower.replace(/[åäæöøüßđłþð]/g, (letter) => PLACED[letter]!);
  const plain = placed.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const words = plain
    .replace(/['’´`.,]/g, '')
    .replace(/[\s\-–_/]+/g, ' ')
    .trim();
  return `${words}\t${name}`;
}
