import { gapsAmong, overlapsAmong, type Overlap } from '../db/import-areas.ts';
import type { Job } from './job.ts';

/** Borders drawn by two hands differ by slivers: less than this is none. */
const leastOverlap_m2 = 500;
const leastGap_m2 = 1000;
const areasAtOnce = 40;
/** Joining more outlines than this takes longer than anybody should wait. */
const mostToJoin = 400;

/** Says of areas just read that lie over each other, and of ground between them that belongs to none. */
export async function noteAreaFaults({ gate, batchId, report }: Job, areas: number): Promise<void> {
  const overlaps: Overlap[] = [];
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    const part = await gate.service('importer', (tx) => overlapsAmong(tx, batchId, from, areasAtOnce, leastOverlap_m2));
    overlaps.push(...part.found);
    after = part.last;
  }
  const [worst] = overlaps.toSorted((a, b) => b.m2 - a.m2);
  if (worst) report.note('areas_overlap', { pairs: overlaps.length, ...worst });
  if (areas > mostToJoin) return;
  const gaps = await gate.service('importer', (tx) => gapsAmong(tx, batchId, leastGap_m2));
  if (gaps.holes > 0) report.note('areas_gaps', gaps);
}
