import { forgetUploads, unfinishedUploads } from './unfinished-uploads.ts';

/**
 * Drafts that are not saved yet. All are kept in the page, so that closing a panel loses nothing; those that are not secret
 * also in this browser, so that a lost network or a closed page loses nothing. Nothing under secrecy is ever stored.
 */
const prefix = 'kamerapunkt.draft.';
const inPage = new Map<string, unknown>();

/** Whoever keeps a draft says whether it is secret. */
export function keepDraft(id: string, draft: unknown, { secret }: { readonly secret: boolean }): void {
  inPage.set(id, draft);
  if (secret) {
    // An older copy may stem from before the marking.
    localStorage.removeItem(prefix + id);
    return;
  }
  try {
    localStorage.setItem(prefix + id, JSON.stringify(draft));
  } catch {
    // A full or forbidden store loses the safety net, not the work: the draft is still in the page.
  }
}

/** Null when there is none, or none that can be read. */
export function keptDraft<Draft>(id: string): Draft | null {
  if (inPage.has(id)) return inPage.get(id) as Draft;
  try {
    const text = localStorage.getItem(prefix + id);
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}

export function forgetDraft(id: string): void {
  inPage.delete(id);
  localStorage.removeItem(prefix + id);
}

/** When somebody signs out. */
export function forgetDrafts(): void {
  inPage.clear();
  forgetUploads(unfinishedUploads().map(({ id }) => id));
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

/** When somebody has signed in: what another person left in this browser is not hers to find. */
export function claimDrafts(accountId: string): void {
  const mark = 'kamerapunkt.drafts-of';
  if (localStorage.getItem(mark) !== accountId) forgetDrafts();
  localStorage.setItem(mark, accountId);
}
