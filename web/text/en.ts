import { areas } from './en/areas.ts';
import { cameraPoints } from './en/camera-points.ts';
import { candidates } from './en/candidates.ts';
import { common } from './en/common.ts';
import { data } from './en/data.ts';
import { coverage } from './en/coverage.ts';
import { legend } from './en/legend.ts';
import { map } from './en/map.ts';
import { reasons } from './en/reasons.ts';
import { shell } from './en/shell.ts';
import type { Words } from './words.ts';

/** Every word a user reads, in English. */
export const en: Words = { common, shell, map, legend, coverage, areas, cameraPoints, candidates, data, reasons };
