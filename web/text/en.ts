import { common } from './en/common.ts';
import { legend } from './en/legend.ts';
import { map } from './en/map.ts';
import { shell } from './en/shell.ts';
import type { Words } from './words.ts';

/** Every word a user reads, in English. */
export const en: Words = { common, shell, map, legend };
