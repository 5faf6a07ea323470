import { common } from './sv/common.ts';
import { legend } from './sv/legend.ts';
import { map } from './sv/map.ts';
import { shell } from './sv/shell.ts';

/** Every word a user reads, in Swedish. English (en.ts) must have the same keys: a missing one does not compile. */
export const sv = { common, shell, map, legend };
