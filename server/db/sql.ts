/** A statement and its values: nothing is sent until a gate runs it. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A piece of trusted text inside a statement, made only from literals in this source tree. */
class Raw {
  constructor(readonly text: string) {}
}

/**
 * Text that stands in the statement as it is: a column list, an order.
 * Only ever from a constant of this program, never from a request.
 */
export function raw(text: string): Raw {
  return new Raw(text);
}

/**
 * The only way to write SQL with values: sql`select … where id = ${id}` sends $1 and keeps the value apart.
 * A nested Sql is spliced in with its values renumbered.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  let text = strings[0] ?? '';
  const values: unknown[] = [];
  parts.forEach((part, index) => {
    if (part instanceof Raw) text += part.text;
    else if (isSql(part)) {
      text += part.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + values.length}`);
      values.push(...part.values);
    } else {
      values.push(part);
      text += `$${values.length}`;
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
}

/** Conditions joined by `and`; true when there are none. */
export function all(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`true`;
  return conditions.slice(1).reduce((left, right) => sql`${left} and ${right}`, conditions[0] as Sql);
}

function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part;
}
