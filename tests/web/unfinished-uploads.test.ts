import { beforeEach, expect, test, vi } from 'vitest';
import { forgetDrafts } from '../../web/state/drafts.ts';
import { forgetUploads, rememberUpload, unfinishedOf, unfinishedUploads } from '../../web/state/unfinished-uploads.ts';

const file = { name: 'brott.csv', size: 9_000_000, lastModified: 1_790_000_000_000, webkitRelativePath: 'hemligt/' };

beforeEach(() => {
  for (const name of ['sessionStorage', 'localStorage']) {
    const kept = new Map<string, string>();
    vi.stubGlobal(name, {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  }
});

test('the same file goes on with its upload, another of the same name does not', () => {
  rememberUpload('f1', file);
  expect(unfinishedOf(file)).toBe('f1');
  expect(unfinishedOf({ ...file, size: file.size + 1 })).toBeNull();
  expect(unfinishedOf({ ...file, lastModified: file.lastModified + 1 })).toBeNull();
  expect(unfinishedOf({ ...file, name: 'brott (1).csv' })).toBeNull();
});

test('nothing else of a file is kept, and in the tab alone', () => {
  rememberUpload('f1', file);
  const { name, size, lastModified } = file;
  expect(unfinishedUploads()).toEqual([{ id: 'f1', name, size, lastModified }]);
  expect(localStorage.getItem('kamerapunkt.uploads')).toBeNull();
});

test('what arrived is forgotten, and everything when somebody signs out', () => {
  rememberUpload('f1', file);
  rememberUpload('f2', { ...file, name: 'platser.csv' });
  forgetUploads(['f1']);
  expect(unfinishedUploads().map(({ id }) => id)).toEqual(['f2']);
  forgetDrafts();
  expect(sessionStorage.getItem('kamerapunkt.uploads')).toBeNull();
});

test('a store that holds something else, or that is forbidden, is as an empty one', () => {
  sessionStorage.setItem('kamerapunkt.uploads', '{"id":');
  expect(unfinishedUploads()).toEqual([]);
  vi.stubGlobal('sessionStorage', undefined);
  expect(() => rememberUpload('f1', file)).not.toThrow();
  expect(unfinishedUploads()).toEqual([]);
});
