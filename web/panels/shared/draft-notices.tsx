import { useOnline } from '../../state/use-online.ts';
import { useText } from '../../text/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { DraftState } from './use-draft.ts';

/** A draft from before, and what becomes of the present one while there is no network. */
export function DraftNotices<Value>({ draft, secret }: { draft: DraftState<Value>; secret: boolean }) {
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
  if (!isOnline && draft.isDirty) {
    return (
      <Notice kind="warning" title={t.common.errors.offline}>
        {secret ? t.coverage.draftSecret : t.coverage.draftKept}
      </Notice>
    );
  }
  return null;
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
