import { ApiError } from '../../api/client.ts';
import type { Words } from '../../text/words.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What happened, with which value, and what to do, in the reader's language. */
export function ProblemNotice({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useText();
  return (
    <Notice
      kind="danger"
      title={t.common.errorTitle}
      action={onRetry && <Button onClick={onRetry}>{t.common.retry}</Button>}
    >
      <p>{explain(error, t)}</p>
      {faultsOf(error).map(({ field, value }) => (
        <p key={field}>{t.common.faultAt(field, value)}</p>
      ))}
    </Notice>
  );
}

/** The sentence for an error. */
export function explain(error: Error, t: Words): string {
  if (!(error instanceof ApiError)) return t.common.errors.internal;
  const refusal = error.problem?.detail;
  if (refusal && refusal in t.common.refusals) return t.common.refusals[refusal as keyof Words['common']['refusals']];
  return error.code in t.common.errors
    ? t.common.errors[error.code as keyof Words['common']['errors']]
    : t.common.errors.internal;
}

function faultsOf(error: Error): readonly { readonly field: string; readonly value: string }[] {
  if (!(error instanceof ApiError)) return [];
  return (error.problem?.errors ?? [])
    .filter(({ value }) => value !== undefined && value !== null && value !== '')
    .map(({ field, value }) => ({ field: field.replace(/^(body|query)\./, ''), value: String(value) }));
}
