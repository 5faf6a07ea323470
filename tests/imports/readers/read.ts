import { ImportFault } from '../../../server/imports/fault.ts';
import { inspectFile, type FileFacts } from '../../../server/imports/readers/inspect.ts';
import { readTable } from '../../../server/imports/readers/read-table.ts';

/** All of a file, with what was told of it. */
export async function read(path: string, options: Record<string, string> = {}) {
  const table = await readTable(path, new Map(Object.entries(options)));
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  try {
    for await (const chunk of table.chunks()) {
      rows.push(...chunk.rows);
      numbers.push(...chunk.rows.map((_, order) => chunk.first + order));
    }
    const { header, format, headingRow, aside = [], notes = [] } = table;
    return { header, format, headingRow, rows, numbers, aside: [...aside], notes: [...notes] };
  } finally {
    await table.close();
  }
}

export function inspect(path: string, options: Record<string, string> = {}): Promise<FileFacts> {
  return inspectFile(path, new Map(Object.entries(options)));
}

/** The fault's code, or what else came of it. */
export const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing wrong',
    (error: unknown) => (error instanceof ImportFault ? error.code : error),
  );
