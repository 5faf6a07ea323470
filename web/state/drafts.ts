/**
 * Drafts that survive a lost network or a closed page, in this browser only. Nothing under secrecy is ever kept here:
 * `keepDraft` wants to know, and whoever does not say does not get to keep.
 */
const prefix = 'kamerapunkt.draft.';

export function keepDraft(id: string, draft: unknown, { secret }: { readonly secret: boolean }): void {
  if (secret) return;
  try {
    localStorage.setItem(prefix + id, JSON.stringify(draft));
  } catch {
    // A full or forbidden store loses the safety net, not the work: the draft is still in the page.
  }
}

export function keptDraft<Draft>(id: string): Draft | null {
  const text = localStorage.getItem(prefix + id);
  try {
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}

export function forgetDraft(id: string): void {
  localStorage.removeItem(prefix + id);
}

export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
