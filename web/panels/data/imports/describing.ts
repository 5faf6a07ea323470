import type { ImportDescription, ImportSettings } from '#core/wire/imports.ts';

/** What every part of the description is given. */
export interface Describing {
  readonly description: ImportDescription;
  /** What has been chosen; the rest is guessed. */
  readonly settings: ImportSettings;
  readonly onChange: (settings: ImportSettings) => void;
}
