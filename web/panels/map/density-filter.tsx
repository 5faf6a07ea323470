import { hourClasses, incidentCategories, type HourClass, type IncidentCategory } from '#core/wire/layers.ts';
import { setFilter, useAddress } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Select } from '../../ui/field.tsx';
import styles from './layer-list.module.css';

const periods = ['12m', '24m', '36m'] as const;

/**
 * Which crimes the density or the squares are made of: fixed choices, as many as can be given without giving single crimes
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
        label={words.category}
        value={(filter['category'] ?? '') as IncidentCategory | ''}
        onChange={(value) => setFilter('category', value || null)}
        options={[all, ...incidentCategories.map((value) => ({ value, label: words.categories[value] }))]}
      />
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
