const FROM = 'ÅÄÖÆØÜÉÈÁÀåäöæøüéèáà';
const TO = '{|}|}yeeaa{|}|}yeeaa';

/**
 * The key by which a Swedish name is put in order when keys are compared byte by byte (C collation, JavaScript's `<`):
 * å, ä, ö after z (as "{", "|", "}", which follow z in ASCII); æ as ä, ø as ö; é as e, ü as y; w after v, a letter of
 * its own (SAOL 2006); capitals as small letters. The same mapping as `app.swedish_key` in the database, where keys are
 * stored. Different names may have the same key (Ide, Idé): put the name itself, then an id, last in the order.
 */
export function swedishSortKey(name: string): string {
  const mapped = [...name.normalize('NFC')].map((letter) => {
    const place = FROM.indexOf(letter);
    return place < 0 ? letter : TO[place];
  });
  return mapped.join('').toLowerCase();
}
