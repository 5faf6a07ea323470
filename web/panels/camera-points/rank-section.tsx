import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlannedMount } from '#core/wire/mounts.ts';
import { ApiError } from '../../api/client.ts';
import { commands } from '../../api/commands.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { PriorityMark } from './mount-row.tsx';
import { RankConflict } from './rank-conflict.tsx';
import { RankForm, type Rank } from './rank-form.tsx';
import styles from './camera-points.module.css';

/** The rank with its reason, and how the police's coordinator changes it. */
export function RankSection({ mount, all }: { mount: PlannedMount; all: readonly PlannedMount[] }) {
  const { t } = useText();
  const words = t.cameraPoints.rank;
  const { session } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const saving = useRanking(mount, () => setOpen(false));
  const disabledReason = session.may.rankMounts ? null : words.notYours;
  const isRanked = mount.priority !== null;
  return (
    <Section title={words.title}>
      {!saving.conflict && (
        <div className={styles['rankNow']}>
          <PriorityMark mount={mount} />
          <p>{isRanked ? words.reasonWas(mount.priorityReason ?? '') : words.none}</p>
        </div>
      )}
      {saving.conflict ? (
        <RankConflict
          mine={saving.conflict.mine}
          stored={saving.conflict.stored}
          onUseMine={saving.useMine}
          onKeepStored={saving.keepStored}
        />
      ) : isOpen ? (
        <RankForm
          mount={mount}
          all={all}
          isSaving={saving.isPending}
          onSave={(rank) => saving.save(rank)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className={styles['actions']}>
          <Button kind="primary" disabledReason={disabledReason} onClick={() => setOpen(true)}>
            {isRanked ? words.change : words.mark}
          </Button>
          {isRanked && session.may.rankMounts && (
            <Button
              onClick={() => saving.save({ priority: null, reason: null })}
              busy={saving.isPending && t.common.saving}
            >
              {words.take}
            </Button>
          )}
        </div>
      )}
      {disabledReason && <p className={styles['hint']}>{disabledReason}</p>}
      {saving.error && <ProblemNotice error={saving.error} />}
    </Section>
  );
}

interface Write {
  readonly rank: Rank;
  readonly rowVersion: number;
  /** What it was before: an undo goes back to this. Null when this is the undo. */
  readonly before: Rank | null;
}

/** Saves a rank, offers to undo it, and holds both versions when somebody wrote in between. */
function useRanking(mount: PlannedMount, onSaved: () => void) {
  const { t } = useText();
  const words = t.cameraPoints.rank;
  const client = useQueryClient();
  const toast = useToast();
  const [conflict, setConflict] = useState<{ readonly mine: Rank; readonly stored: PlannedMount } | null>(null);
  const write = useMutation({
    mutationFn: ({ rank, rowVersion }: Write) => commands.rankMount(mount.id, rowVersion, rank.priority, rank.reason),
    onSuccess: (saved, { before }) => {
      setConflict(null);
      onSaved();
      const text = !before
        ? words.undone
        : saved.priority === null
          ? words.taken(saved.code)
          : words.saved(saved.code, String(saved.priority));
      const undo = before && {
        label: t.common.undo,
        onClick: () => write.mutate({ rank: before, rowVersion: saved.rowVersion, before: null }),
      };
      toast({ text, ...(undo && { action: undo }) });
      return refresh();
    },
    onError: (error, { rank }) => {
      const stored = error instanceof ApiError && error.code === 'conflict' ? error.problem?.current : null;
      if (stored) setConflict({ mine: rank, stored: stored as PlannedMount });
    },
  });
  const refresh = () =>
    Promise.all(['planned-mounts', 'overlay', 'layers'].map((noun) => client.invalidateQueries({ queryKey: [noun] })));
  const now: Rank = { priority: mount.priority, reason: mount.priorityReason };
  return {
    conflict,
    isPending: write.isPending,
    error: conflict ? null : write.error,
    save: (rank: Rank) => write.mutate({ rank, rowVersion: mount.rowVersion, before: now }),
    useMine: () => {
      if (!conflict) return;
      const { stored, mine } = conflict;
      write.mutate({
        rank: mine,
        rowVersion: stored.rowVersion,
        before: { priority: stored.priority, reason: stored.priorityReason },
      });
    },
    keepStored: () => {
      setConflict(null);
      write.reset();
      onSaved();
      void refresh();
    },
  };
}
