import { useState } from 'react';
import type { PlannedMount } from '#core/wire/mounts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { nextPriority } from './stages.ts';
import styles from './camera-points.module.css';

export interface Rank {
  readonly priority: number | null;
  readonly reason: string | null;
}

interface RankFormProps {
  readonly mount: PlannedMount;
  readonly all: readonly PlannedMount[];
  readonly isSaving: boolean;
  readonly onSave: (rank: Rank) => void;
  readonly onCancel: () => void;
}

/** The rank and why. Opens at the next free number. */
export function RankForm({ mount, all, isSaving, onSave, onCancel }: RankFormProps) {
  const { t, number } = useText();
  const words = t.cameraPoints.rank;
  const [priority, setPriority] = useState(mount.priority ?? nextPriority(all));
  const [reason, setReason] = useState(mount.priorityReason ?? '');
  const [isMissing, setMissing] = useState(false);
  const same = all.filter((other) => other.id !== mount.id && other.priority === priority).map(({ code }) => code);
  function submit(): void {
    if (reason.trim() === '') return setMissing(true);
    onSave({ priority, reason: reason.trim() });
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <NumberField
        label={words.number}
        hint={same.length > 0 ? words.alsoUsed(same.join(', ')) : undefined}
        value={priority}
        onCommit={(value) => setPriority(Math.round(value ?? priority))}
        unit=""
        min={1}
        max={99}
        rangeError={(min, max) => t.common.between(number(min), number(max))}
      />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        error={isMissing && reason.trim() === '' ? words.reasonMissing : null}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={2000}
      />
      <div className={styles['actions']}>
        <Button type="submit" kind="primary" busy={isSaving && t.common.saving}>
          {words.save}
        </Button>
        <Button onClick={onCancel}>{t.common.cancel}</Button>
      </div>
    </form>
  );
}
