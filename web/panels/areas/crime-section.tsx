import { formatPeriod } from '#core/format/date.ts';
import type { AreaSummary } from '#core/wire/areas.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/panel.tsx';
import { isPartYear } from './figures.ts';
import styles from './areas.module.css';

type Source = AreaSummary['crime'][number];

/** Crimes and incidents by kind and year, each source for itself. */
export function CrimeSection({ crime }: { crime: AreaSummary['crime'] }) {
  const { t } = useText();
  const words = t.areas.page.crime;
  if (crime.length === 0) {
    return (
      <Section title={words.title}>
        <p>{words.none}</p>
      </Section>
    );
  }
  const hasBoth = new Set(crime.map(({ what }) => what)).size > 1;
  return (
    <Section title={words.title}>
      {hasBoth && <p>{words.apart}</p>}
      {crime.map((source) => (
        <SourceCounts key={source.source} source={source} />
      ))}
    </Section>
  );
}

function SourceCounts({ source }: { source: Source }) {
  const { t, name, number, percent } = useText();
  const words = t.areas.page.crime;
  const { counts, refusedForDensity, periodFrom, periodTo, shareWithCoordinates } = source;
  const stacking: Readonly<Record<string, string>> = t.reasons.stacking;
  const period = periodFrom && periodTo ? formatPeriod(periodFrom, periodTo) : null;
  const years = counts[0]?.byYear.map(({ year }) => year) ?? [];
  const hasPartYears = years.some((year) => isPartYear(year, source));
  const { suppressed, missing, tooFew } = t.areas.signs;
  const signs = { suppressed, missing, withheld: tooFew };
  const titles = { suppressed: t.common.suppressed, missing: words.missing, withheld: words.withheld };
  const isGiven = source.grain === 'area';
  const isSuppressed = counts.some(({ byYear }) => byYear.some(({ count }) => count === 'suppressed'));
  return (
    <div>
      <h3>{words.what[source.what]}</h3>
      {refusedForDensity ? (
        <p>{`${words.refused} ${stacking[refusedForDensity] ?? ''}`.trim()}</p>
      ) : counts.length === 0 ? (
        <p>{words.noCounts}</p>
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <caption className="visually-hidden">{words.caption(source.source)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.category}</th>
                {years.map((year) => (
                  <th key={year} scope="col">{`${year}${isPartYear(year, source) ? ' *' : ''}`}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.map((row) => (
                <tr key={row.nameSv}>
                  <th scope="row">{name(row)}</th>
                  {row.byYear.map(({ year, count }) => (
                    <td key={year} title={typeof count === 'number' ? undefined : titles[count]}>
                      {typeof count === 'number' ? number(count) : signs[count]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!refusedForDensity && isSuppressed && <p className={styles['hint']}>{words.key}</p>}
      {isGiven && <p className={styles['hint']}>{words.givenKey}</p>}
      {hasPartYears && period && <p className={styles['hint']}>{words.partYears(period)}</p>}
      <p className={styles['hint']}>
        {[
          `${t.common.source}: ${source.source}`,
          words.grain[source.grain],
          period && words.period(period),
          !isGiven &&
            (shareWithCoordinates === null
              ? words.coordinatesUnknown
              : words.coordinates(percent(shareWithCoordinates))),
        ]
          .filter(Boolean)
          .join('; ')}
        .
      </p>
    </div>
  );
}
