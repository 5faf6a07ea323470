/** A sentence quotes this much of a file: whoever wrote more in a cell or a heading did not mean to. */
const most = 1000;

/** The values of a sentence with what is too long to be read cut off. */
export function shortened<Value extends string | number>(
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const cut = (value: Value) =>
    typeof value === 'string' && value.length > most ? `${value.slice(0, most)} …` : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value) as Value]));
}
