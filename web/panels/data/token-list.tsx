import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '#core/format/date.ts';
import type { AccessToken } from '#core/wire/overlay.ts';
import { commands } from '../../api/commands.ts';
import { queries } from '../../api/queries.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ProblemNotice } from '../shared/problem-notice.tsx';
import styles from './data.module.css';

/** One's own keys. Revoking one cannot be undone, and is therefore asked about. */
export function TokenList({ tokens }: { tokens: readonly AccessToken[] }) {
  const { t } = useText();
  const words = t.data.access;
  const [asked, setAsked] = useState<AccessToken | null>(null);
  return (
    <>
      <ul className={styles['tokens']}>
        {tokens.map((token) => (
          <li key={token.id}>
            <span>
              <strong>{token.name}</strong>
              <span className={styles['quiet']}>
                {` ${words.created(formatDate(token.createdAt))}, ${words.validTo(formatDate(token.expiresAt))}`}
              </span>
            </span>
            <Button kind="quiet" onClick={() => setAsked(token)}>
              {words.revoke}
              <span className="visually-hidden">{` ${token.name}`}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked && <RevokeDialog token={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function RevokeDialog({ token, onClose }: { token: AccessToken; onClose: () => void }) {
  const { t } = useText();
  const words = t.data.access;
  const client = useQueryClient();
  const toast = useToast();
  const revoke = useMutation({
    mutationFn: () => commands.revokeToken(token.id),
    onSuccess: () => {
      toast({ text: words.revoked(token.name) });
      onClose();
      return client.invalidateQueries({ queryKey: queries.tokens().queryKey });
    },
  });
  return (
    <Dialog
      title={words.revokeNamed(token.name)}
      closeLabel={t.common.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="danger" busy={revoke.isPending && words.revoke} onClick={() => revoke.mutate()}>
            {words.revoke}
          </Button>
        </>
      }
    >
      <p>{words.revokeAsk(token.name)}</p>
      {revoke.error && <ProblemNotice error={revoke.error} />}
    </Dialog>
  );
}
