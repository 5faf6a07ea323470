const delimiters = [';', '\t', ',', '|'] as const;
/** More tells nothing more. */
const lookedAt = 200;

/**
 * The separator that parts the most lines into equally many cells; a comma when there is but one column. Lines above the
 * headings have none of it, decimal commas come and go.
 */
export function sniffDelimiter(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  // The last line is likely cut.
  if (lines.length > 1) lines.pop();
  const filled = lines.slice(0, lookedAt).filter((line) => line.trim() !== '');
  let best: { delimiter: string; lines: number; cells: number } = { delimiter: ',', lines: 0, cells: 0 };
  for (const delimiter of delimiters) {
    const found = commonest(filled.map((line) => separatorsIn(line, delimiter)).filter((count) => count > 0));
    if (found.lines > best.lines || (found.lines === best.lines && found.cells > best.cells))
      best = { delimiter, ...found };
  }
  return best.delimiter;
}

/** Outside of quoted cells; a quotation mark inside a cell is a letter like others. */
function separatorsIn(line: string, delimiter: string): number {
  let count = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (isQuoted) {
      if (letter === '"' && line[at + 1] === '"') at += 1;
      else if (letter === '"') isQuoted = false;
    } else if (letter === '"' && (at === 0 || line[at - 1] === delimiter)) isQuoted = true;
    else if (letter === delimiter) count += 1;
  }
  return count;
}

function commonest(counts: readonly number[]): { lines: number; cells: number } {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  let best = { lines: 0, cells: 0 };
  for (const [cells, lines] of seen)
    if (lines > best.lines || (lines === best.lines && cells > best.cells)) best = { lines, cells };
  return best;
}
