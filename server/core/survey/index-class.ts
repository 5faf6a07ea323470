/**
 * The overall index of the police's safety survey above which the general level of problems is high ("hög generell
 * problemnivå"): strictly greater. Source: Malmö stad, STK-2025-626. The one threshold that is built in.
 */
export const HIGH_PROBLEM_LEVEL = 2.1;

/**
 * Upper ends, included, of the classes by which an index from 0 to 6 is coloured. They are our own, made for the eye: the
 * police's colours are not published. Thirds up to the threshold, then wider, so that one class ends at 2.10 exactly.
 */
export const INDEX_CLASS_ENDS = [0.7, 1.4, 2.1, 3, 4, 6] as const;

export type IndexClass = 0 | 1 | 2 | 3 | 4 | 5;

/** The colour class of an index from 0 (nearly no problem) to 6 (alarming). */
export function indexClass(index: number): IndexClass {
  if (!(index >= 0 && index <= 6)) throw new Error(`Unexpected index: ${index}.`);
  return INDEX_CLASS_ENDS.findIndex((end) => hundredths(index) <= hundredths(end)) as IndexClass;
}

/** Whether an overall index means a high general level of problems. Says nothing about the index of a single question. */
export function isHighProblemLevel(overallIndex: number): boolean {
  return hundredths(overallIndex) > hundredths(HIGH_PROBLEM_LEVEL);
}

/** Indices are published with two decimals and compared so. */
function hundredths(index: number): number {
  return Math.round(index * 100);
}
