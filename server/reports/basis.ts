import { dataDate } from '../db/data-date.ts';
import type { Gate, Viewer } from '../db/gate.ts';
import { readSetting, type InstanceSetting } from '../db/instance.ts';
import { areaFigures, type AreaFigures } from './area-figures.ts';

/** What a report is made of, whatever its format. */
export interface ReportBasis {
  readonly figures: AreaFigures;
  readonly frame: {
    readonly municipality: string;
    /** The data's day, ISO; never the clock's. */
    readonly asOf: string;
  };
}

/** The figures of one area with the municipality's name and the data's day. Null when there is no such area. */
export async function reportBasis(
  gate: Gate,
  viewer: Viewer,
  areaId: number,
  year?: number,
): Promise<ReportBasis | null> {
  const figures = await areaFigures(gate, viewer, areaId, year);
  if (!figures) return null;
  const { setting, day } = await gate.as(viewer, async (tx) => ({
    setting: await readSetting<InstanceSetting>(tx, 'instance'),
    day: await dataDate(tx),
  }));
  return {
    figures,
    // Nothing that was loaded says when: then the last day of the report's year.
    frame: { municipality: setting?.name ?? '', asOf: day ?? `${figures.summary.year}-12-31` },
  };
}
