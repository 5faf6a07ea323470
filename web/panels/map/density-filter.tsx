import { useQuery } from '@tanstack/react-query';
import type { CrimeWhat } from '#core/wire/areas.ts';
import { hourClasses, incidentCategories, type HourClass, type IncidentCategory } from '#core/wire/layers.ts';
import { queries } from '../../api/queries.ts';
import { setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Select } from '../../ui/field.tsx';
import styles from './layer-list.module.css';

const whats = ['recorded_crime', 'own_incidents', 'guard_interventions'] as const satisfies readonly CrimeWhat[];
const periods = ['12m', '24m', '36m'] as const;

/**
 * Which incidents the density or the squares are made of, of one of the three that are never added together: fixed choices, as many as can be given without giving single crimes
 * away. Squares have no hours, and whole years.
 */
export function DensityFilter({ ofSquares = false }: { ofSquares?: boolean }) {
  const { t } = useText();
  const { filter } = useAddress();
  const words = t.map.density;
  const all = { value: '', label: t.common.all };
  return (
    <div className={styles['filter']}>
      <Select
        label={words.what}
        value={whats.find((one) => one === filter['what']) ?? 'recorded_crime'}
        onChange={(value) => setFilter('what', value === 'recorded_crime' ? null : value)}
        options={whats.map((value) => ({ value, label: words.whats[value] }))}
      />
      <Select
        label={words.category}
        value={(filter['category'] ?? '') as IncidentCategory | ''}
        onChange={(value) => setFilter('category', value || null)}
        options={[all, ...incidentCategories.map((value) => ({ value, label: words.categories[value] }))]}
      />
      {ofSquares && <SquareYear />}
      {!ofSquares && (
        <>
          <Select
            label={words.hours}
            value={(filter['hours'] ?? '') as HourClass | ''}
            onChange={(value) => setFilter('hours', value || null)}
            options={[
              all,
              ...(Object.keys(hourClasses) as HourClass[]).map((value) => ({ value, label: words.hourClasses[value] })),
            ]}
          />
          <Select
            label={words.period}
            value={(filter['period'] ?? '36m') as (typeof periods)[number]}
            onChange={(value) => setFilter('period', value === '36m' ? null : value)}
            options={periods.map((value) => ({ value, label: words.periods[value] }))}
          />
        </>
      )}
    </div>
  );
}

/** Of which year: those that a source of squares reaches over. Without a choice the last that there is. */
function SquareYear() {
  const { t } = useText();
  const { filter } = useAddress();
  const sources = useQuery(queries.sources());
  const years = new Set((sources.data ?? []).flatMap(({ crime }) => (crime?.grain === 'square' ? yearsOf(crime) : [])));
  if (filter['squares']) years.add(Number(filter['squares']));
  return (
    <Select
      label={t.map.density.year}
      value={filter['squares'] ?? ''}
      onChange={(value) => setFilter('squares', value || null)}
      options={[
        { value: '', label: t.map.density.lastYear },
        ...[...years].toSorted((a, b) => b - a).map((year) => ({ value: String(year), label: String(year) })),
      ]}
    />
  );
}

function yearsOf({ periodFrom, periodTo }: { periodFrom: string | null; periodTo: string | null }): readonly number[] {
  const [from, to] = [Number(periodFrom?.slice(0, 4)), Number(periodTo?.slice(0, 4))];
  return from > 1900 && to >= from ? Array.from({ length: to - from + 1 }, (_, order) => from + order) : [];
}
