import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { PLACE_TYPES } from '#core/evidence/place-types.ts';
import type { Site, SiteStage } from '#core/wire/sites.ts';
import { ApiError } from '../../api/client.ts';
import { commands, type SiteChange } from '../../api/commands.ts';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel, Section } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ConflictDialog } from '../shared/conflict-dialog.tsx';
import { DraftNotices, UndoButtons } from '../shared/draft-notices.tsx';
import { useUndoKeys } from '../shared/undo-keys.ts';
import { useDraft } from '../shared/use-draft.ts';
import { useDeletion } from './use-deletion.ts';
import { useRefresh } from './use-refresh.ts';
import styles from './coverage.module.css';

const stages = [
  'idea',
  'in_dialogue',
  'weighed',
  'decided',
  'installed',
  'in_operation',
  'ended',
] as const satisfies readonly SiteStage[];

type SiteFields = Required<Pick<SiteChange, 'name' | 'purpose' | 'placeType' | 'stage'>>;
const fieldsOf = ({ name, purpose, placeType, stage }: Site): SiteFields => ({ name, purpose, placeType, stage });

/** A site's own fields: to read, or for its own planners to change. The cameras stand between. */
export function SiteForm({ site, mayEdit, cameras }: { site: Site; mayEdit: boolean; cameras: ReactNode }) {
  const { t, name } = useText();
  const toast = useToast();
  const refresh = useRefresh();
  const draft = useDraft(`site.${site.id}`, fieldsOf(site), { secret: site.secret });
  const { value, set, pass } = draft.history;
  const [theirs, setTheirs] = useState<Site | null>(null);
  const deletion = useDeletion();
  useUndoKeys(draft.history);

  const save = useMutation({
    mutationFn: (rowVersion: number) => commands.changeSite(site.id, rowVersion, value),
    onSuccess: async (saved) => {
      draft.settle(fieldsOf(saved));
      setTheirs(null);
      toast({ text: t.coverage.siteSaved });
      await refresh();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'conflict' && error.problem?.current) {
        setTheirs(error.problem.current as Site);
      }
    },
  });
  const opening = useMutation({
    mutationFn: (opened: boolean) => commands.setSiteOpened(site.id, site.rowVersion, opened),
    onSuccess: async (saved) => {
      toast({ text: saved.opened ? t.coverage.opened : t.coverage.closed });
      await refresh();
    },
  });
  const error = [save.error, opening.error, deletion.error].find(
    (one) => one && !(one instanceof ApiError && one.code === 'conflict' && theirs),
  );
  const mayDelete = site.stage === 'idea' || site.stage === 'in_dialogue';
  const typeName = (code: string | null) => {
    const type = PLACE_TYPES.find((one) => one.code === code);
    return type ? name(type) : t.coverage.fields.placeTypeNone;
  };

  return (
    <Panel
      title={site.name}
      kicker={
        site.secret ? `${t.coverage.site} · ${t.coverage.secretSite}` : site.own ? t.coverage.ownSite : t.coverage.site
      }
      back={{ label: t.common.back, onClick: () => go({ selection: null }) }}
      actions={
        mayEdit && (
          <IconButton
            icon="trash"
            label={t.coverage.deleteSite}
            disabledReason={mayDelete ? null : t.coverage.mayNotDelete}
            onClick={() => deletion.site(site)}
          />
        )
      }
      footer={
        mayEdit && (
          <>
            <Button
              kind="primary"
              busy={save.isPending && t.common.saving}
              disabledReason={draft.isDirty ? null : t.coverage.siteSaved}
              onClick={() => save.mutate(site.rowVersion)}
            >
              {t.coverage.saveSite}
            </Button>
            <UndoButtons history={draft.history} />
            {draft.isDirty && <span className={styles['quiet']}>{t.coverage.unsaved}</span>}
          </>
        )
      }
    >
      <DraftNotices draft={draft} secret={site.secret} error={error ?? null} />
      {cameras}
      <Section>
        {mayEdit ? (
          <>
            <TextField
              label={t.coverage.fields.name}
              value={value.name}
              maxLength={120}
              onChange={(text) => pass({ ...value, name: text })}
              onCommit={(text) => set({ ...value, name: text })}
            />
            <TextField
              label={t.coverage.fields.purpose}
              rows={3}
              value={value.purpose}
              maxLength={2000}
              onChange={(text) => pass({ ...value, purpose: text })}
              onCommit={(text) => set({ ...value, purpose: text })}
            />
            <Select
              label={t.coverage.fields.placeType}
              value={value.placeType ?? ''}
              onChange={(code) => set({ ...value, placeType: code || null })}
              options={[
                { value: '', label: t.coverage.fields.placeTypeNone },
                ...PLACE_TYPES.map((type) => ({ value: type.code as string, label: name(type) })),
              ]}
            />
            <Select
              label={t.coverage.fields.stage}
              value={value.stage}
              onChange={(stage) => set({ ...value, stage })}
              options={stages.map((stage) => ({ value: stage, label: t.coverage.stages[stage] }))}
            />
          </>
        ) : (
          <Facts
            items={[
              [t.coverage.fields.stage, t.coverage.stages[site.stage]],
              ...(site.purpose ? [[t.coverage.fields.purpose, site.purpose] as const] : []),
              [t.coverage.fields.placeType, typeName(site.placeType)],
            ]}
          />
        )}
      </Section>
      {mayEdit && !site.secret && (
        <Section>
          <p className={styles['quiet']}>{site.opened ? t.coverage.openedHint : t.coverage.closedHint}</p>
          <div className={styles['row2']}>
            <Button
              icon={site.opened ? 'lock' : 'eye'}
              busy={opening.isPending && t.common.saving}
              onClick={() => opening.mutate(!site.opened)}
            >
              {site.opened ? t.coverage.close : t.coverage.open}
            </Button>
          </div>
        </Section>
      )}
      {site.secret && (
        <Section>
          <Notice kind="danger" title={t.shell.secrecyBand}>
            {t.shell.secrecyBandText}
          </Notice>
        </Section>
      )}
      {theirs && (
        <ConflictDialog
          rows={[
            [t.coverage.fields.name, value.name, theirs.name],
            [t.coverage.fields.purpose, value.purpose, theirs.purpose],
            [t.coverage.fields.placeType, typeName(value.placeType), typeName(theirs.placeType)],
            [t.coverage.fields.stage, t.coverage.stages[value.stage], t.coverage.stages[theirs.stage]],
          ]}
          onMine={() => save.mutate(theirs.rowVersion)}
          onTheirs={() => {
            draft.settle(fieldsOf(theirs));
            setTheirs(null);
            void refresh();
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </Panel>
  );
}
