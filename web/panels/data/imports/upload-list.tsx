import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportFile } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/panel.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useWorkspace } from '../../shell/workspace-context.ts';
import { explain } from '../../shared/problem-notice.tsx';
import { importSentence } from './import-problem.tsx';
import { megabytes } from './import-words.ts';
import { forgetUploads, unfinishedUploads } from '../../../state/unfinished-uploads.ts';
import { askUnfinished } from './unfinished.ts';
import { cancelUpload, resumeUpload, useUploads, type Upload } from './uploads.ts';
import styles from './imports.module.css';

/** What is on its way to the server, and what did not get there. */
export function UploadList() {
  const { words } = useImportText();
  const { session } = useWorkspace();
  const uploads = useUploads(session.account.id);
  const left = useUnfinished(uploads);
  if (uploads.length === 0 && left.length === 0) return null;
  return (
    <Section title={words.imports.upload.title}>
      <ul className={styles['uploads']}>
        {left.map((file) => (
          <li key={file.id}>
            <Left file={file} />
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.id}>
            {upload.state === 'stopped' ? <Stopped upload={upload} /> : <Going upload={upload} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Going({ upload }: { upload: Upload }) {
  const { words, number } = useImportText();
  const { upload: say } = words.imports;
  const sent = say.sent(megabytes(upload.sent_bytes, number), megabytes(upload.bytes, number));
  return (
    <div className={styles['upload']}>
      <p className={styles['uploadName']}>{upload.name}</p>
      <Progress
        label={upload.state === 'queued' ? say.queued : upload.state === 'starting' ? say.starting : sent}
        done={upload.sent_bytes}
        total={upload.state === 'starting' ? null : Math.max(1, upload.bytes)}
        action={
          <Button kind="quiet" onClick={() => cancelUpload(upload.id)}>
            {say.cancel}
            <span className="visually-hidden">{say.fileOf(upload.name)}</span>
          </Button>
        }
      />
      {upload.state === 'offline' && <Notice kind="warning">{say.offline}</Notice>}
    </div>
  );
}

function Stopped({ upload }: { upload: Upload }) {
  const { t, words } = useImportText();
  const { upload: say } = words.imports;
  return (
    <Notice
      kind="danger"
      title={say.stopped(upload.name)}
      action={
        <>
          <Button onClick={() => resumeUpload(upload.id)}>{say.resume}</Button>
          <Button kind="quiet" onClick={() => cancelUpload(upload.id)}>
            {say.forget}
          </Button>
        </>
      }
    >
      {upload.error && <p>{importSentence(words, upload.error) ?? explain(upload.error, t)}</p>}
    </Notice>
  );
}

/** What was on its way when the page was left, and is not going on yet. */
function useUnfinished(uploads: readonly Upload[]): readonly ImportFile[] {
  const left = useQuery({
    queryKey: ['unfinished-uploads'],
    queryFn: ({ signal }) => askUnfinished(signal),
    enabled: unfinishedUploads().length > 0,
    gcTime: 0,
  });
  const going = new Set(uploads.map(({ name }) => name));
  const known = new Set(unfinishedUploads().map(({ id }) => id));
  return (left.data ?? []).filter(({ id, name }) => known.has(id) && !going.has(name));
}

/** A page cannot open a file again by itself: it must be chosen, and is then known again. */
function Left({ file }: { file: ImportFile }) {
  const { words, number } = useImportText();
  const { upload: say } = words.imports;
  const client = useQueryClient();
  return (
    <Notice
      kind="warning"
      title={say.unfinished(file.name)}
      action={
        <Button
          kind="quiet"
          onClick={() => {
            forgetUploads([file.id]);
            void client.invalidateQueries({ queryKey: ['unfinished-uploads'] });
          }}
        >
          {say.forget}
        </Button>
      }
    >
      <p>{say.unfinishedText(megabytes(file.received, number), megabytes(file.bytes, number))}</p>
    </Notice>
  );
}
