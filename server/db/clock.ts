import { randomBytes, randomUUID } from 'node:crypto';

/** Time, ids and randomness are given to the program, so that a test can hold them still. */
export interface Clock {
  now(): Date;
  uuid(): string;
  secret(bytes: number): Buffer;
}

export const systemClock: Clock = {
  now: () => new Date(),
  uuid: () => randomUUID(),
  secret: (bytes) => randomBytes(bytes),
};
