import { formatDate } from '#core/format/date.ts';
import type { AreaSummary } from '#core/wire/areas.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import styles from './areas.module.css';

/** Other measures against crime, and what kinds of places there are. */
export function GroundSections({ summary }: { summary: AreaSummary }) {
  const { t, name, number } = useText();
  const { measures, places } = t.areas.page;
  return (
    <>
      <Section title={measures.title}>
        {summary.interventions.length === 0 ? (
          <p>{measures.none(String(summary.year))}</p>
        ) : (
          <ul className={styles['measures']}>
            {summary.interventions.map(({ kind, name: called, validFrom, validTo }) => (
              <li key={`${kind} ${called} ${validFrom}`}>
                <span>{measures.kinds[kind] ?? measures.kinds['other']}</span>
                {called && <span>{`: ${called}`}</span>}
                <span className={styles['quiet']}>
                  {` ${[
                    validFrom && measures.from(formatDate(validFrom)),
                    validTo ? measures.to(formatDate(validTo)) : measures.ongoing,
                  ]
                    .filter(Boolean)
                    .join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={places.title}>
        {summary.places.length === 0 ? (
          <p>{places.none}</p>
        ) : (
          <table className={styles['table']}>
            <caption className="visually-hidden">{places.title}</caption>
            <thead>
              <tr>
                <th scope="col">{places.type}</th>
                <th scope="col">{places.count}</th>
              </tr>
            </thead>
            <tbody>
              {summary.places.map((place) => (
                <tr key={place.placeType}>
                  <th scope="row">{name(place)}</th>
                  <td>{number(place.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </>
  );
}
