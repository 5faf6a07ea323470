import { ImportFault } from './fault.ts';
import { kindOf, type Kind } from './kinds.ts';

export interface Arguments {
  readonly kind: Kind;
  readonly path: string;
  readonly mapping: ReadonlyMap<string, string>;
  readonly options: ReadonlyMap<string, string>;
  /** `publish=no`: only say what the file would change. */
  readonly isTrial?: boolean;
}

const trial = 'publish=no';

/**
 * `<kind> <file> [field=column …] [option=value …]`.
 * @throws ImportFault for what is neither, with what may be given.
 */
export function readArguments(words: readonly string[]): Arguments {
  const [code = '', path = '', ...rest] = words;
  const kind = kindOf(code);
  const mapping = new Map<string, string>();
  const options = new Map<string, string>();
  let isTrial = false;
  for (const word of rest) {
    const [, name = '', value = ''] = /^([^=]+)=([\s\S]*)$/.exec(word) ?? [];
    const choices = kind.options[name];
    if (word === trial) isTrial = true;
    else if (name in kind.fields) mapping.set(name, value);
    else if (choices === undefined)
      throw new ImportFault('unknown_argument', {
        word,
        fields: Object.keys(kind.fields).join(', '),
        options: Object.keys(kind.options).join(', '),
      });
    else if (choices !== null && !choices.includes(value))
      throw new ImportFault('not_a_choice', { name, value, choices: choices.join(', ') });
    else options.set(name, value);
  }
  return { kind, path, mapping, options, isTrial };
}
