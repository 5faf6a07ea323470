import { HttpProblem } from '../http/problems.ts';

/** 400 that names the parameter, the value it had and what would have been right. */
export function badParameter(name: string, value: unknown, message: string): HttpProblem {
  return new HttpProblem(400, 'invalid', `${name}: ${message}`, {
    errors: [{ field: `query.${name}`, value, message }],
  });
}
