/**
 * A value in PostgreSQL's own text notation, so that both engines read it alike whatever the parameter's type:
 * arrays as {…}, objects as JSON, dates as ISO 8601, bytes as \x….
 */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  return `"${(asText(value) ?? '').replace(/["\\]/g, '\\$&')}"`;
}
