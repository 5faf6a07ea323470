import type { ImportNote } from '#core/wire/imports.ts';
import { ApiError } from '../../../api/client.ts';
import type { AllImportWords } from '../../../text/load-import-words.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { faultWords } from './import-words.ts';

/** What went wrong with an import: a fault of the file with its own sentence, else as everywhere. */
export function ImportProblem({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t, words } = useImportText();
  const sentence = importSentence(words, error);
  if (sentence === null) return <ProblemNotice error={error} {...(onRetry && { onRetry })} />;
  return (
    <Notice
      kind="danger"
      title={t.common.errorTitle}
      action={onRetry && <Button onClick={onRetry}>{t.common.retry}</Button>}
    >
      <p>{sentence}</p>
    </Notice>
  );
}

/** The import page's own sentence for an error, when it has one. */
export function importSentence(words: AllImportWords, error: Error): string | null {
  if (!(error instanceof ApiError)) return null;
  const { current, detail = '' } = error.problem ?? {};
  if (error.code === 'import-fault' && isNote(current)) return faultWords(words, current);
  return words.imports.problems[detail] ?? words.imports.problems[error.code] ?? null;
}

function isNote(given: unknown): given is ImportNote {
  return typeof given === 'object' && given !== null && 'code' in given && 'values' in given;
}
