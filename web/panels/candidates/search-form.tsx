import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SuggestionRequest } from '#core/wire/suggestions.ts';
import { commands } from '../../api/commands.ts';
import { queries } from '../../api/queries.ts';
import { useMap } from '../../map/use-map.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Section } from '../../ui/panel.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { openRun } from './open-run.ts';
import styles from './candidates.module.css';

const mapView = 'map';

/** Where, how many, how much need: and the search begins. `again` is an earlier request to begin from. */
export function SearchForm({ again }: { again: SuggestionRequest | null }) {
  const text = useText();
  const { t, number, locale } = text;
  const words = t.candidates.form;
  const { session, instance } = useWorkspace();
  const map = useMap();
  const client = useQueryClient();
  const sets = useQuery(queries.areaSets());
  const [where, setWhere] = useState(again?.areaId ? String(again.areaId) : mapView);
  const [count, setCount] = useState(again?.count ?? 5);
  const [minimum, setMinimum] = useState(again?.minimumIncidents ?? 12);
  const [withoutDrugs, setWithoutDrugs] = useState(again?.withoutDrugs ?? false);
  const start = useMutation({
    mutationFn: (request: SuggestionRequest) => commands.startSuggestionRun(request),
    onSuccess: (run) => {
      client.setQueryData(queries.suggestionRun(run.id).queryKey, run);
      void client.invalidateQueries({ queryKey: queries.suggestionRuns().queryKey, exact: true });
      openRun(run.id);
    },
  });

  const known = sets.data ?? [];
  const current = known.flatMap((set) =>
    set.areas
      .filter(({ validFrom, validTo }) => (validFrom ?? '') <= instance.today && (validTo ?? '9') >= instance.today)
      .map(({ id, name }) => ({
        value: String(id),
        label: name,
        ...(known.length > 1 && { group: text.name(set) }),
      })),
  );
  const bounds = where === mapView ? map?.bounds() : undefined;
  const rangeError = (min: number, max: number) => t.common.between(number(min), number(max));
  function submit(): void {
    const place = where === mapView ? map && { bbox: map.bounds() } : { areaId: Number(where) };
    if (place) start.mutate({ ...place, count, minimumIncidents: minimum, withoutDrugs });
  }
  return (
    <Section>
      <p>{t.candidates.intro}</p>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label={words.where}
          value={where}
          onChange={setWhere}
          options={[{ value: mapView, label: words.mapView }, ...current]}
        />
        <div className={styles['pair']}>
          <NumberField
            label={words.count}
            value={count}
            onCommit={(value) => setCount(Math.round(value ?? count))}
            unit={words.unitPlaces}
            min={1}
            max={20}
            rangeError={rangeError}
          />
          <NumberField
            label={words.minimum}
            value={minimum}
            onCommit={(value) => setMinimum(Math.round(value ?? minimum))}
            unit={words.unitCrimes}
            min={5}
            max={1000}
            rangeError={rangeError}
          />
        </div>
        <p className={styles['hint']}>{words.minimumHint}</p>
        <Checkbox
          label={words.withoutDrugs}
          hint={words.withoutDrugsHint}
          checked={withoutDrugs}
          onChange={setWithoutDrugs}
        />
        {start.error && <ProblemNotice error={start.error} />}
        <Button
          type="submit"
          kind="primary"
          wide
          disabledReason={
            session.may.runSuggestions ? (where === mapView && !bounds ? words.noMap : null) : words.notYours
          }
          busy={start.isPending && words.starting}
        >
          {words.submit}
        </Button>
        {!session.may.runSuggestions && <p className={styles['hint']}>{words.notYours}</p>}
      </form>
      <p className={styles['hint']} lang={locale}>
        {t.common.visibleCameras}
      </p>
    </Section>
  );
}
