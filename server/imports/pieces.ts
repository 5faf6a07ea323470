/** Lines to a piece: short enough that the engine's garbage is young when it is collected. */
const linesAtOnce = 800;

/** Lines for COPY, joined into pieces: one text for all of them would be a large object, which lives long. */
export function* pieces(lines: readonly string[]): Generator<string> {
  for (let start = 0; start < lines.length; start += linesAtOnce)
    yield lines.slice(start, start + linesAtOnce).join('');
}
