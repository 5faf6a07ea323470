import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessToken } from '#core/wire/overlay.ts';
import { commands } from '../../api/commands.ts';
import { queries } from '../../api/queries.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import { CopyLine } from './copy-line.tsx';
import styles from './data.module.css';

interface NewTokenProps {
  /** The one just made, with its secret, until it is said to be copied. */
  readonly created: AccessToken | null;
  readonly onCreated: (token: AccessToken | null) => void;
}

/** Makes a key and shows it once. */
export function NewToken({ created, onCreated }: NewTokenProps) {
  const { t, number } = useText();
  const words = t.data.access;
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [isMissing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: () => commands.createToken(name.trim(), days),
    onSuccess: (token) => {
      setName('');
      onCreated(token);
      return client.invalidateQueries({ queryKey: queries.tokens().queryKey });
    },
  });
  if (created?.token) {
    return (
      <Notice
        kind="warning"
        title={words.onceTitle}
        action={<Button onClick={() => onCreated(null)}>{words.onceDone}</Button>}
      >
        <p>{words.onceText}</p>
        <CopyLine label={words.onceLabel} text={created.token} />
      </Notice>
    );
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(name.trim() === '');
        if (name.trim() !== '') create.mutate();
      }}
    >
      <TextField
        label={words.name}
        placeholder={words.namePlaceholder}
        value={name}
        onChange={setName}
        maxLength={80}
        error={isMissing && name.trim() === '' ? words.nameMissing : null}
      />
      <NumberField
        label={words.days}
        value={days}
        onCommit={(value) => setDays(Math.round(value ?? days))}
        unit={words.unitDays}
        min={1}
        max={365}
        rangeError={(min, max) => t.common.between(number(min), number(max))}
      />
      {create.error && <ProblemNotice error={create.error} />}
      <div>
        <Button type="submit" kind="primary" busy={create.isPending && words.creating}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}
