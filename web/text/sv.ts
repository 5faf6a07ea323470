import { areas } from './sv/areas.ts';
import { cameraPoints } from './sv/camera-points.ts';
import { candidates } from './sv/candidates.ts';
import { common } from './sv/common.ts';
import { data } from './sv/data.ts';
import { coverage } from './sv/coverage.ts';
import { legend } from './sv/legend.ts';
import { map } from './sv/map.ts';
import { reasons } from './sv/reasons.ts';
import { shell } from './sv/shell.ts';

/** Every word a user reads, in Swedish. English (en.ts) must have the same keys: a missing one does not compile. */
export const sv = { common, shell, map, legend, coverage, areas, cameraPoints, candidates, data, reasons };
