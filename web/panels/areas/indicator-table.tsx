import { setFilter } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { byGroup, figureOf, writeChange, writeOrSign, type Indicator } from './figures.ts';
import styles from './areas.module.css';

interface IndicatorTableProps {
  readonly survey: readonly Indicator[];
  readonly year: number;
  /** The one in the chart. */
  readonly chosen: string;
}

/** All questions of a year in their groups: change, everybody, women, men. */
export function IndicatorTable({ survey, year, chosen }: IndicatorTableProps) {
  const text = useText();
  const { t, name } = text;
  const words = t.areas.page.survey;
  const hasSigns = survey.some((one) =>
    (['all', 'women', 'men'] as const).some((group) => figureOf(one, year, group).now?.value == null),
  );
  return (
    <details className={styles['details']}>
      <summary>{words.table}</summary>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.tableCaption(String(year))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              <th scope="col">{words.change}</th>
              {(['all', 'women', 'men'] as const).map((group) => (
                <th key={group} scope="col">
                  {t.areas.respondents[group]}
                </th>
              ))}
            </tr>
          </thead>
          {byGroup(survey).map(({ group, indicators }) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={5} className={styles['group']}>
                  {t.areas.groups[group.toLocaleLowerCase('sv')] ?? group}
                </th>
              </tr>
              {indicators.map((one) => {
                const { change } = figureOf(one, year, 'all');
                return (
                  <tr key={one.indicator} data-chosen={one.indicator === chosen || undefined}>
                    <th scope="row">
                      <button
                        type="button"
                        className={styles['link']}
                        title={words.choose}
                        onClick={() => setFilter('indicator', one.indicator)}
                      >
                        {name(one)}
                      </button>
                    </th>
                    <td>{change === null ? t.areas.signs.missing : writeChange(text, one.measure, change)}</td>
                    {(['all', 'women', 'men'] as const).map((respondents) => (
                      <td key={respondents}>{writeOrSign(text, one.measure, figureOf(one, year, respondents).now)}</td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
      {hasSigns && <p className={styles['hint']}>{t.areas.signKey}</p>}
    </details>
  );
}
