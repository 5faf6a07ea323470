import { ApiError } from '../../api/client.ts';
import { useOnline } from '../../state/use-online.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import type { DraftState } from './use-draft.ts';

interface DraftNoticesProps<Value> {
  readonly draft: DraftState<Value>;
  readonly secret: boolean;
  /** What went wrong with the last try to save. */
  readonly error: Error | null;
}

/** A draft from before, and what becomes of the present one while there is no network. */
export function DraftNotices<Value>({ draft, secret, error }: DraftNoticesProps<Value>) {
  const { t } = useText();
  const isOnline = useOnline();
  if (draft.found) {
    return (
      <Notice
        title={t.coverage.draftFound}
        action={
          <>
            <Button kind="primary" onClick={draft.useFound}>
              {t.coverage.draftUse}
            </Button>
            <Button onClick={draft.dropFound}>{t.coverage.draftDrop}</Button>
          </>
        }
      />
    );
  }
  const isLost = !isOnline || (error instanceof ApiError && error.code === 'offline');
  if (isLost && draft.isDirty) {
    return (
      <Notice kind="warning" title={t.common.errors.offline}>
        {secret ? t.coverage.draftSecret : t.coverage.draftKept}
      </Notice>
    );
  }
  return error ? <ProblemNotice error={error} /> : null;
}

/** Undo and redo of a draft. */
export function UndoButtons<Value>({ history }: Pick<DraftState<Value>, 'history'>) {
  const { t } = useText();
  return (
    <span>
      <IconButton
        icon="undo"
        label={t.common.undo}
        disabledReason={history.canUndo ? null : t.common.undo}
        onClick={history.undo}
      />
      <IconButton
        icon="redo"
        label={t.common.redo}
        disabledReason={history.canRedo ? null : t.common.redo}
        onClick={history.redo}
      />
    </span>
  );
}
