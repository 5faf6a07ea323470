import type { Measured } from './figure.ts';
import type { Workshop } from './workshop.ts';

/** Something of the system that a question cannot do without. */
export type Need = 'postgres' | 'wrk' | 'chromium';

/** One question that the bench answers with figures. */
export interface Question {
  /** What stands before the first dot of its figures' names. */
  readonly name: string;
  readonly asks: string;
  readonly needs: readonly Need[];
  /** Left out unless it is named: slow, or it uses the network. */
  readonly onlyWhenNamed?: boolean;
  run(workshop: Workshop): Promise<readonly Measured[]>;
}
