import { hash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { pointInPolygon } from '#core/geometry/point-in-polygon.ts';
import type { Example } from '../../../data/example/types.ts';
import { figures, surveyCases, type Figure } from '../../../data/example/cases.ts';
import { generateExample } from '../../../data/example/generate.ts';

const example = generateExample();

describe('Exempelköping', () => {
  it('is the same to the byte when it is made anew', async () => {
    vi.resetModules();
    const again = await import('../../../data/example/generate.ts');
    expect(digest(again.generateExample())).toBe(digest(example));
  });

  it('is made in seconds', () => {
    // The processor's time, not the clock's: other tests run beside this one.
    const before = process.cpuUsage();
    generateExample();
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(12);
  });

  it('is a town of some 40 000 people with what a town has', () => {
    expect(example.municipality.population).toBeGreaterThan(38_000);
    expect(example.municipality.population).toBeLessThan(43_000);
    expect(example.areas.filter(({ validTo }) => validTo === null)).toHaveLength(13);
    expect(example.areas.filter(({ validFrom }) => validFrom === null)).toHaveLength(12);
    expect(example.buildings.length).toBeGreaterThan(4000);
    expect(example.buildings.every(({ height_m }) => height_m > 2 && height_m < 50)).toBe(true);
    expect(example.plannedMounts.map(({ code }) => code)).toEqual(
      Array.from({ length: 30 }, (_, index) => `KP-${String(index + 1).padStart(2, '0')}`),
    );
    expect(example.plannedMounts.every(({ marking }) => marking?.provision === '18 kap. 1 och 3 §§ OSL')).toBe(true);
    const kinds = example.sites.map(({ marking }) => marking?.level ?? 'open');
    expect(kinds.filter((kind) => kind === 'masked').length / kinds.length).toBeCloseTo(1 / 3, 1);
    expect(kinds.filter((kind) => kind === 'withheld').length).toBeGreaterThan(2);
    const cameras = example.sites.flatMap((site) => site.cameras);
    expect(cameras.length).toBeGreaterThan(85);
    expect(cameras.length).toBeLessThan(96);
  });

  it('gives no id, key or street name twice', () => {
    const ids = [
      ...example.organisations.map(({ id }) => id),
      ...example.accounts.map(({ id }) => id),
      ...example.clearances.map(({ id }) => id),
      ...example.sites.flatMap(({ id, cameras, marking }) => [
        id,
        ...cameras.map((camera) => camera.id),
        marking?.id ?? id + 'x',
      ]),
      ...example.plannedMounts.flatMap(({ id, marking }) => [id, marking?.id ?? id + 'x']),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const rows of [example.streets, example.land, example.buildings, example.masts, example.places]) {
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }
    const names = example.streets.flatMap(({ name }) => name ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(figures.map((figure) => [`${figure.key}, ${figure.period.from}: ${figure.count}`, figure] as const))(
    'holds to the number at %s',
    (_, figure) => {
      const found = crimesOf(figure);
      expect(found).toHaveLength(figure.count);
      if (figure.evening !== undefined) {
        expect(found.filter(({ hour }) => hour !== null && (hour >= 18 || hour < 2))).toHaveLength(figure.evening);
      }
    },
  );

  it.each(surveyCases)('says in the survey what is known of $district', ({ district, year, value, answers }) => {
    const code = example.areas.find(({ name }) => name === district)?.code;
    const row = example.surveyValues.find(
      (candidate) =>
        candidate.areaCode === code &&
        candidate.year === year &&
        candidate.indicator === 'overall' &&
        candidate.respondents === 'all',
    );
    expect(row?.value).toBe(value);
    if (answers !== null) expect(row).toMatchObject({ status: 'too_few', answers });
  });

  it('asks Västermark as one area up to 2024 and as two from 2025', () => {
    const years = (code: string) => [
      ...new Set(example.surveyValues.filter(({ areaCode }) => areaCode === code).map(({ year }) => year)),
    ];
    expect(years('03')).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
    expect(years('03N')).toEqual([2025]);
    expect(years('03S')).toEqual([2025]);
    expect(example.areas.find(({ code }) => code === '03')?.validTo).toBe('2024-12-31');
  });

  it('has KP-01 wait for its right of use, and withholds KP-04', () => {
    expect(example.plannedMounts[0]).toMatchObject({
      waitingFor: 'right_of_use',
      waitingSince: '2026-03-02',
      marking: { level: 'masked' },
    });
    expect(example.plannedMounts[3]).toMatchObject({ code: 'KP-04', marking: { level: 'withheld' } });
    expect(example.clearances.find(({ subjectId }) => subjectId !== null)?.subjectId).toBe(
      example.plannedMounts[0]?.id,
    );
  });
});

function crimesOf({ rings, district, categories, period }: Figure) {
  const areas = district ? example.areas.filter(({ name }) => name === district).map((area) => area.rings[0]!) : rings;
  return example.crimes.filter(
    ({ at, occurredAt, category }) =>
      occurredAt >= period.from &&
      occurredAt < period.to &&
      (categories === null || categories.includes(category)) &&
      areas.some((ring) => pointInPolygon([ring], at)),
  );
}

function digest(made: Example): string {
  return hash('sha256', JSON.stringify(made), 'hex');
}
