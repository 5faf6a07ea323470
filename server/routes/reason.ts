import { Type } from 'typebox';
import { HttpProblem } from '../http/problems.ts';
import { personalNumbersIn } from '../imports/keep/personal-number.ts';

/** What the log keeps of why somebody did something. */
export const Reason = Type.String({ minLength: 10, maxLength: 1000, pattern: '^[^\\u0000]*$' });

/**
 * A reason without the space around it.
 * @throws 400 when it says too little, 422 when it holds a personal number, which the log is not to keep.
 */
export function checkedReason(text: string): string {
  const reason = text.trim();
  if (reason.length < 10) {
    const message = 'Say why in ten characters or more.';
    throw new HttpProblem(400, 'invalid', message, { errors: [{ field: 'body.reason', message }] });
  }
  refusePersonalNumbers(reason);
  return reason;
}

/** @throws 422 when something that is to be kept holds a personal number. */
export function refusePersonalNumbers(...kept: readonly (string | object)[]): void {
  const text = kept.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  if (personalNumbersIn(text).length > 0) throw new HttpProblem(422, 'not-possible', 'personal_number');
}
