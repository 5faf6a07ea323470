/** A file that was on its way when the page was left: enough to know it again by, and nothing else of it. */
export interface UnfinishedUpload {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

type Chosen = Pick<File, 'name' | 'size' | 'lastModified'>;

/** For as long as the tab is open, and in it alone. */
const key = 'kamerapunkt.uploads';

export function rememberUpload(id: string, { name, size, lastModified }: Chosen): void {
  write([...unfinishedUploads().filter((one) => one.id !== id), { id, name, size, lastModified }]);
}

export function forgetUploads(ids: readonly string[]): void {
  const before = unfinishedUploads();
  const rest = before.filter(({ id }) => !ids.includes(id));
  if (rest.length < before.length) write(rest);
}

export function unfinishedUploads(): readonly UnfinishedUpload[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as readonly UnfinishedUpload[]) : [];
  } catch {
    return [];
  }
}

/** The upload that a chosen file goes on with, if it is the same file. */
export function unfinishedOf(file: Chosen): string | null {
  const same = (one: UnfinishedUpload) =>
    one.name === file.name && one.size === file.size && one.lastModified === file.lastModified;
  return unfinishedUploads().find(same)?.id ?? null;
}

function write(uploads: readonly UnfinishedUpload[]): void {
  try {
    if (uploads.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(uploads));
  } catch {
    // A full or forbidden store: after a reload the file is sent from its beginning.
  }
}
