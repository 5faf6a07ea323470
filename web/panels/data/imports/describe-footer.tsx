import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportDescription, ImportJob, ImportSettings } from '#core/wire/imports.ts';
import { importCommands, importQueries } from '../../../api/imports.ts';
import type { AllImportWords } from '../../../text/load-import-words.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ImportProblem } from './import-problem.tsx';
import { unanswered } from './edit-settings.ts';
import { fieldWords } from './import-words.ts';
import { useRemoveImport } from './use-remove-import.ts';
import styles from './imports.module.css';

interface DescribeFooterProps {
  readonly job: ImportJob;
  /** With the choices kept by name that are used, which the job does not hold until they are said. */
  readonly settings: ImportSettings;
  readonly description: ImportDescription | undefined;
  readonly isAsking: boolean;
  /** The file could not be read like this. */
  readonly isUnread: boolean;
}

/** Reads the file in, or says what is in the way. */
export function DescribeFooter({ job, settings, description, isAsking, isUnread }: DescribeFooterProps) {
  const { words } = useImportText();
  const say = words.imports.describe;
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: async () => {
      if (settings !== job.settings) await importCommands.change(job.id, settings);
      return importCommands.read(job.id);
    },
    onSuccess: (changed) => client.setQueryData(importQueries.import(job.id).queryKey, changed),
    onError: () => client.invalidateQueries({ queryKey: importQueries.import(job.id).queryKey, exact: true }),
  });
  const remove = useRemoveImport(job);
  const obstacle = isUnread ? say.cannot.unread : obstacleTo(words, description, isAsking);
  const error = read.error ?? remove.error;
  return (
    <>
      {error && (
        <div className={styles['footError']}>
          <ImportProblem error={error} />
        </div>
      )}
      <Button
        kind="primary"
        onClick={() => read.mutate()}
        disabledReason={obstacle}
        busy={read.isPending && say.starting}
      >
        {say.read}
      </Button>
      <Button kind="quiet" onClick={() => remove.mutate()}>
        {say.remove}
      </Button>
      {obstacle && (
        <p className={styles['obstacle']} aria-hidden="true">
          {obstacle}
        </p>
      )}
    </>
  );
}

function obstacleTo(
  words: AllImportWords,
  description: ImportDescription | undefined,
  isAsking: boolean,
): string | null {
  const { cannot } = words.imports.describe;
  if (!description) return cannot.asking;
  if (description.kind === null) return cannot.kind;
  const { fields, options } = unanswered(description);
  if (fields.length > 0) return cannot.fields(fields.map((field) => fieldWords(words, field)).join(', '));
  if (options.length > 0) return cannot.options(options.map((name) => words.file.options[name] ?? name).join(', '));
  if (description.findings.some(({ severity }) => severity === 'stop')) return cannot.stop;
  return isAsking ? cannot.asking : null;
}
