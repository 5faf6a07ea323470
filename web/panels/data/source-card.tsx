import type { ReactNode } from 'react';
import { formatDate, formatPeriod } from '#core/format/date.ts';
import type { SourceInfo } from '#core/wire/overlay.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from '../../ui/panel.tsx';
import { daysBetween } from '../shared/days-between.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import styles from './data.module.css';

/** Below this share with coordinates the gaps are told, as in the suggestions' reasons. */
const fewCoordinates = 0.8;

/** What a source is, how old it is, and how much of it could be used. */
export function SourceCard({ source }: { source: SourceInfo }) {
  const text = useText();
  const { t } = text;
  const { instance } = useWorkspace();
  const words = t.data.sources;
  const stacking: Readonly<Record<string, string>> = t.reasons.stacking;
  const refused = source.crime?.refusedForDensity;
  const share = source.crime?.shareWithCoordinates;
  return (
    <li className={styles['source']}>
      <p className={styles['quiet']}>{words.kinds[source.kind] ?? source.kind}</p>
      <h2>{source.name}</h2>
      <Facts items={factsOf(text, source, instance.today)} />
      {refused && (
        <Notice kind="warning" title={words.refusedTitle}>
          <p>{`${stacking[refused] ?? ''} ${words.refusedText}`.trim()}</p>
        </Notice>
      )}
      {share !== null && share !== undefined && share < fewCoordinates && <Notice kind="warning">{words.few}</Notice>}
    </li>
  );
}

function factsOf(text: Text, source: SourceInfo, today: string): readonly (readonly [string, ReactNode])[] {
  const { t, number, percent } = text;
  const words = t.data.sources;
  const { crime } = source;
  const facts: (readonly [string, ReactNode])[] = [];
  if (crime) {
    facts.push([words.facts.what, words.what[crime.what] ?? crime.what]);
    const time = words.timeGrains[crime.timeGrain];
    const grain = words.grains[crime.grain] ?? crime.grain;
    facts.push([words.facts.grain, time ? words.grainAndTime(grain, time) : grain]);
    if (crime.periodFrom && crime.periodTo) {
      const period = formatPeriod(crime.periodFrom, crime.periodTo);
      const days = daysBetween(crime.periodTo, today);
      facts.push([words.facts.period, days > 0 ? words.periodAge(period, number(days)) : period]);
    }
    facts.push([
      words.facts.coordinates,
      crime.shareWithCoordinates === null ? t.common.unknown : percent(crime.shareWithCoordinates),
    ]);
  }
  facts.push([words.facts.loaded, loadedWords(text, source.loadedAt, today)]);
  if (source.rowsRead !== null) {
    facts.push([
      words.facts.rows,
      words.rows(number(source.rowsRead), number(source.rowsPublished ?? 0), number(source.rowsRefused ?? 0)),
    ]);
  }
  if (source.attribution) facts.push([words.facts.attribution, source.attribution]);
  if (source.licence) facts.push([words.facts.licence, source.licence]);
  return facts;
}

function loadedWords({ t, number }: Text, loadedAt: string | null, today: string): string {
  if (!loadedAt) return t.data.sources.notLoaded;
  const date = formatDate(loadedAt);
  const days = daysBetween(loadedAt, today);
  if (days === 0) return t.data.sources.today(date);
  return days > 0 ? t.data.sources.age(date, number(days)) : date;
}
