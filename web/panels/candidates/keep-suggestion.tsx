import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Suggestion } from '#core/wire/suggestions.ts';
import { ApiError } from '../../api/client.ts';
import { commands } from '../../api/commands.ts';
import { queries } from '../../api/queries.ts';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { change } from '../shell/rail.tsx';
import { useWorkspace } from '../shell/workspace-context.ts';
import { siteNameOf } from './words.ts';
import styles from './candidates.module.css';

/** Keeps a suggestion as an own site at the first stage. Undone by removing the site. */
export function KeepSuggestion({ runId, suggestion }: { runId: string; suggestion: Suggestion }) {
  const text = useText();
  const { t } = text;
  const words = t.candidates.keep;
  const { session } = useWorkspace();
  const client = useQueryClient();
  const toast = useToast();
  const sites = useQuery(queries.sites());
  const refresh = () =>
    Promise.all(
      ['suggestion-runs', 'sites', 'overlay', 'layers'].map((noun) => client.invalidateQueries({ queryKey: [noun] })),
    );
  const remove = useMutation({
    mutationFn: (siteId: string) => commands.deleteSite(siteId),
    onSuccess: () => toast({ text: words.undone }),
    onSettled: refresh,
  });
  const keep = useMutation({
    mutationFn: () => commands.keepSuggestion(runId, suggestion.rank, siteNameOf(text, suggestion)),
    onSuccess: (site) =>
      toast({ text: words.done(site.name), action: { label: t.common.undo, onClick: () => remove.mutate(site.id) } }),
    onSettled: refresh,
  });

  // A site that was kept and removed again is not there any more.
  const kept = sites.data?.find(({ id }) => id === suggestion.keptAsSiteId);
  if (kept) {
    return (
      <Notice
        kind="success"
        title={words.kept}
        action={
          <>
            <Button onClick={() => go({ ...change('coverage'), selection: { kind: 'site', id: kept.id } })}>
              {words.open}
            </Button>
            <Button kind="quiet" onClick={() => remove.mutate(kept.id)}>
              {t.common.undo}
            </Button>
          </>
        }
      >
        <p>{kept.name}</p>
        {remove.error && <ProblemNotice error={remove.error} />}
      </Notice>
    );
  }
  const wasKept = keep.error instanceof ApiError && keep.error.code === 'conflict';
  return (
    <div className={styles['keep']}>
      <Button
        kind="primary"
        disabledReason={session.may.createSite ? null : words.notPlanner}
        busy={keep.isPending && words.busy}
        onClick={() => keep.mutate()}
      >
        {words.action}
      </Button>
      {!session.may.createSite && <p className={styles['hint']}>{words.notPlanner}</p>}
      {wasKept && <Notice kind="warning">{words.once}</Notice>}
      {keep.error && !wasKept && <ProblemNotice error={keep.error} />}
    </div>
  );
}
