import type { Box } from '../position.ts';
import { boxesMeet } from './box.ts';

/** Finds which of many boxes meet a box. Numbers are places in the array that the index was made of, in rising order. */
export type BoxIndex = { meeting(box: Box): number[] };

/**
 * An index of boxes on a grid of square buckets; a good bucket is about as wide as what is asked for. Points are boxes
 * without extent. EPSG:3006, metres.
 */
export function boxIndex(boxes: readonly Box[], bucket_m: number): BoxIndex {
  const buckets = new Map<string, number[]>();

  function forBuckets([west, south, east, north]: Box, visit: (key: string) => void): void {
    for (let column = Math.floor(west / bucket_m); column <= Math.floor(east / bucket_m); column += 1) {
      for (let row = Math.floor(south / bucket_m); row <= Math.floor(north / bucket_m); row += 1) {
        visit(`${column}:${row}`);
      }
    }
  }

  boxes.forEach((box, number) => {
    forBuckets(box, (key) => {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(number);
      else buckets.set(key, [number]);
    });
  });

  function meeting(box: Box): number[] {
    const found = new Set<number>();
    forBuckets(box, (key) => {
      for (const number of buckets.get(key) ?? []) if (boxesMeet(boxes[number]!, box)) found.add(number);
    });
    return [...found].toSorted((a, b) => a - b);
  }

  return { meeting };
}
