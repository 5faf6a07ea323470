import { badParameter } from './bad-parameter.ts';

/**
 * The parameters of a request: each known and given once.
 * @throws 400 that names an unknown parameter (a misspelt filter must not give everything) or one given twice.
 */
export function parametersOf<Name extends string>(
  query: unknown,
  known: readonly Name[],
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (!(known as readonly string[]).includes(name))
      throw badParameter(name, value, `There is no such parameter here. Known: ${known.join(', ') || 'none'}.`);
    if (typeof value !== 'string') throw badParameter(name, value, 'Give it once.');
    found[name as Name] = value;
  }
  if ('f' in found && found['f' as Name] !== 'json')
    throw badParameter('f', found['f' as Name], 'Only json is offered.');
  return found;
}

/**
 * Schemas of these routes describe; the parsers above decide, because they can name the value that was wrong.
 * (Fastify's own would silently drop what it does not know.)
 */
export const describeOnly = () => (data: unknown) => ({ value: data });
