import type { Count } from '#core/wire/areas.ts';
import { shownRow } from '#core/survey/too-few.ts';
import type { Suggestion } from '#core/wire/suggestions.ts';
import { clockHours } from '../../text/reason-values.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { BarList, type Bar } from '../../ui/charts/bar-list.tsx';
import { categoryName, directionIndex, reasonSentence } from './words.ts';
import styles from './candidates.module.css';

/** Counts by kind and by time of day, the research, and what the area's survey says beside it. */
export function SuggestionFigures({ suggestion }: { suggestion: Suggestion }) {
  const text = useText();
  const { t, number, quantity } = text;
  const words = t.candidates.card;
  const { byCategory, byHourClass, hours80, evidence, areaIndex } = suggestion;
  const hours = byHourClass.filter(({ hourClass, count }) => hourClass !== 'unknown' || count > 0);
  const isWholeDay = hours80 !== null && hours80.from === 0 && hours80.to === 24;
  const sources = sourcesOf(evidence.params);
  return (
    <>
      <BarList
        caption={words.byCategory}
        bars={barsOf(
          text,
          byCategory.map(({ category, count }) => ({ id: category, label: categoryName(text, category), count })),
        )}
      />
      <div>
        <BarList
          caption={words.byHour}
          bars={barsOf(
            text,
            hours.map(({ hourClass, count }) => ({ id: hourClass, label: words.hourClasses[hourClass], count })),
          )}
        />
        {hours80 === null && <p className={styles['hint']}>{words.noHours}</p>}
        {hours80 && !isWholeDay && (
          <p className={styles['hint']}>{words.hours(clockHours(hours80.from, hours80.to))}</p>
        )}
      </div>
      <div>
        <h3>{words.evidence}</h3>
        <p>{reasonSentence(text, evidence)}</p>
        <p className={styles['hint']}>
          {sources.length > 0 ? `${t.common.source}: ${sources.join('. ')}.` : words.noSource}
        </p>
      </div>
      {areaIndex && (
        <p className={styles['hint']}>
          {`${words.index(number(areaIndex.value, 2), String(areaIndex.year))} ${words.indexNote}`}
        </p>
      )}
      <p className={styles['hint']}>
        {words.setup(
          words.mounts[suggestion.mount],
          words.directions[directionIndex(suggestion.bearing_deg)] ?? '',
          `${number(suggestion.angle_deg)}${t.common.units.degree}`,
          quantity(suggestion.range_m, t.common.units.metre),
        )}
      </p>
    </>
  );
}

/** One to four is not told, nor, where it could be worked out from the sum, the smallest of the others. */
function barsOf(
  { t, number }: Text,
  rows: readonly { readonly id: string; readonly label: string; readonly count: number }[],
): readonly Bar[] {
  const shown = shownRow(rows.map(({ count }) => count)).counts;
  return rows.map(({ id, label, count }, order) => {
    const told: Count = shown[order] ?? 'suppressed';
    if (told !== 'suppressed') return { id, label, value: told, figure: number(told) };
    return { id, label, value: null, figure: count < 5 ? t.candidates.card.few : t.candidates.card.hidden };
  });
}

function sourcesOf(params: Suggestion['evidence']['params']): readonly string[] {
  const named = [params['crimeTypeSource'], params['placeTypeSource']];
  return [...new Set(named.filter((source): source is string => typeof source === 'string'))];
}
