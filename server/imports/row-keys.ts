import { hash } from 'node:crypto';

/** Further than this nobody writes a key, code or name of a class; an index of the database holds 2 700 bytes. */
export const longestKey = 300;

/** A table of numbers holds at most 16 million: so many tables hold a billion rows. */
const tables = 64;

/**
 * Keys for rows that have none of their own: the digest of what is kept of a row (96 bits) and its number among equal
 * ones. The same file again gives the same keys, and a file that has grown gives them and new ones. Two files of one
 * source that share a row word for word are taken to say it once.
 */
export function contentKeys(): (content: string) => string {
  const seen = Array.from({ length: tables }, () => new Map<number, number>());
  return (content) => {
    const digest = hash('sha256', content, 'hex').slice(0, 24);
    // Equal rows are counted by 48 bits of the digest, as one number, to keep millions in memory. Two unequal rows that
    // share them only get a number that is not 0: their keys still differ.
    const short = Number.parseInt(digest.slice(0, 12), 16);
    const table = seen[short % tables] as Map<number, number>;
    const ordinal = table.get(short) ?? 0;
    table.set(short, ordinal + 1);
    return digest + ordinal.toString(16).padStart(8, '0');
  };
}
