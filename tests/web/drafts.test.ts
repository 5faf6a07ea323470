import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetDraft, forgetDrafts, keepDraft, keptDraft } from '../../web/state/drafts.ts';

let stored: Record<string, string>;

beforeEach(() => {
  stored = {};
  // What a browser's store is to us: keys are its own properties.
  const store = Object.create({
    setItem: (key: string, value: string) => void (stored[key] = value),
    getItem: (key: string) => stored[key] ?? null,
    removeItem: (key: string) => void delete stored[key],
  });
  vi.stubGlobal(
    'localStorage',
    new Proxy(store, {
      ownKeys: () => Object.keys(stored),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  );
});
afterEach(() => {
  forgetDrafts();
  vi.unstubAllGlobals();
});

test('a draft outlives the page', () => {
  keepDraft('camera.1', { bearing_deg: 90 }, { secret: false });
  expect(stored).toEqual({ 'kamerapunkt.draft.camera.1': '{"bearing_deg":90}' });
  expect(keptDraft('camera.1')).toEqual({ bearing_deg: 90 });
});

test('a secret draft is kept in the page and never stored', () => {
  keepDraft('camera.2', { position: [15.1, 57.2] }, { secret: true });
  expect(stored).toEqual({});
  expect(keptDraft('camera.2')).toEqual({ position: [15.1, 57.2] });
});

test('signing out forgets all of them and nothing else', () => {
  stored['kamerapunkt.locale'] = 'en';
  keepDraft('camera.1', 1, { secret: false });
  keepDraft('camera.2', 2, { secret: true });
  forgetDrafts();
  expect(stored).toEqual({ 'kamerapunkt.locale': 'en' });
  expect([keptDraft('camera.1'), keptDraft('camera.2')]).toEqual([null, null]);
});

test('what is saved is forgotten, and what cannot be read is as nothing', () => {
  keepDraft('camera.1', 1, { secret: false });
  forgetDraft('camera.1');
  expect(stored).toEqual({});
  stored['kamerapunkt.draft.camera.3'] = '{half';
  expect(keptDraft('camera.3')).toBeNull();
});

test('a full store loses nothing of the page', () => {
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    getItem: () => null,
    removeItem: () => undefined,
  });
  keepDraft('camera.4', 4, { secret: false });
  expect(keptDraft('camera.4')).toBe(4);
});
