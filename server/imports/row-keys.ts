import { hash } from 'node:crypto';

/**
 * Keys for rows that have none of their own: the digest of what is kept of a row (96 bits) and its number among equal
 * ones. The same file again gives the same keys, and a file that has grown gives them and new ones. Two files of one
 * source that share a row word for word are taken to say it once.
 */
export function contentKeys(): (content: string) => string {
  const seen = new Map<string, number>();
  return (content) => {
    const digest = hash('sha256', content, 'hex').slice(0, 24);
    // Twelve characters of eight bits: the short form of the digest, to keep a million of them in memory.
    const short = Buffer.from(digest, 'hex').toString('latin1');
    const ordinal = seen.get(short) ?? 0;
    seen.set(short, ordinal + 1);
    return digest + ordinal.toString(16).padStart(8, '0');
  };
}
