import { lazy, Suspense, useState, type ReactNode } from 'react';
import { formatDate, formatPeriod } from '#core/format/date.ts';
import type { SourceInfo } from '#core/wire/overlay.ts';
import { useText, type Text } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from '../../ui/panel.tsx';
import { daysBetween } from '../shared/days-between.ts';
import { useWorkspace } from '../shell/workspace-context.ts';
import styles from './data.module.css';

const WithdrawSource = lazy(async () => ({
  default: (await import('./kept/withdraw-source.tsx')).WithdrawSource,
}));

/** Below this share with coordinates the gaps are told, as in the suggestions' reasons. */
const fewCoordinates = 0.8;

/** What a source is, how old it is, and how much of it could be used. */
export function SourceCard({ source }: { source: SourceInfo }) {
  const text = useText();
  const { t } = text;
  const { instance, session } = useWorkspace();
  const [isAsked, setAsked] = useState(false);
  const words = t.data.sources;
  const stacking: Readonly<Record<string, string>> = t.reasons.stacking;
  const refused = source.crime?.refusedForDensity;
  const share = source.crime?.shareWithCoordinates;
  return (
    <li className={styles['source']}>
      <p className={styles['quiet']}>{words.kinds[source.kind] ?? source.kind}</p>
      <div className={styles['sourceHead']}>
        <h2>{source.name}</h2>
        {['administrator', 'analyst'].includes(session.account.role) && (
          <Button kind="quiet" onClick={() => setAsked(true)}>
            {words.withdraw}
            <span className="visually-hidden">{` ${source.name}`}</span>
          </Button>
        )}
      </div>
      <Facts items={factsOf(text, source, instance.today)} />
      {refused && (
        <Notice kind="warning" title={words.refusedTitle}>
          <p>{`${stacking[refused] ?? ''} ${words.refusedText}`.trim()}</p>
        </Notice>
      )}
      {share !== null && share !== undefined && share < fewCoordinates && <Notice kind="warning">{words.few}</Notice>}
      {isAsked && (
        <Suspense fallback={null}>
          <WithdrawSource source={source} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </li>
  );
}

function factsOf(text: Text, source: SourceInfo, today: string): readonly (readonly [string, ReactNode])[] {
  const { t, number, percent } = text;
  const words = t.data.sources;
  const { crime, loadedBy } = source as SourceInfo & { readonly loadedBy?: string | null };
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
    if (crime.pointsFrom) facts.push([words.facts.pointsFrom, words.pointsFrom(formatDate(crime.pointsFrom))]);
    facts.push([
      words.facts.coordinates,
      crime.shareWithCoordinates === null ? t.common.unknown : percent(crime.shareWithCoordinates),
    ]);
  }
  facts.push([words.facts.loaded, loadedWords(text, source.loadedAt, today)]);
  if (loadedBy) facts.push([words.facts.loadedBy, loadedBy]);
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
