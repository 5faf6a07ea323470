import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { importQueries } from '../../../api/imports.ts';
import { currentAddress } from '../../../state/use-address.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { DropZone } from '../../../ui/drop-zone.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/panel.tsx';
import { useWorkspace } from '../../shell/workspace-context.ts';
import { CopyLine } from '../copy-line.tsx';
import { groupFiles } from './group-files.ts';
import { ImportList } from './import-list.tsx';
import { kindsFor } from './may-import.ts';
import { openImport } from './open-import.ts';
import { UploadList } from './upload-list.tsx';
import { startUpload } from './uploads.ts';
import styles from './imports.module.css';

/** Läs in: drop files, see what is on its way, and everything that has been read in. */
export function ImportPage() {
  const { words } = useImportText();
  const { session } = useWorkspace();
  if (kindsFor(session).length === 0) {
    return <EmptyState title={words.imports.notYours}>{words.imports.notYoursText}</EmptyState>;
  }
  return (
    <>
      <Drop />
      <UploadList />
      <ImportList />
      <CommandLine />
    </>
  );
}

function Drop() {
  const { words } = useImportText();
  const { session } = useWorkspace();
  const client = useQueryClient();
  const [incomplete, setIncomplete] = useState<readonly string[]>([]);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  function take(files: readonly File[]): void {
    const groups = groupFiles(files);
    const whole = groups.filter(({ missing }) => missing.length === 0);
    setIncomplete(groups.flatMap(({ missing }) => (missing.length > 0 ? [missing.join(', ')] : [])));
    for (const group of whole) {
      startUpload(group, {
        accountId: session.account.id,
        settings: {},
        // What the police call their files may tell where a camera point is meant to be.
        isRemembered: !kindsFor(session).includes('planned-mounts'),
        onDone: (job) => {
          void client.invalidateQueries({ queryKey: importQueries.imports().queryKey, exact: true });
          // One file is what she is waiting for; of several she chooses, and elsewhere she is doing something else.
          if (whole.length === 1 && isHere.current && !currentAddress().filter['import']) openImport(job.id);
        },
      });
    }
  }
  const { drop, upload } = words.imports;
  return (
    <div className={styles['drop']}>
      <DropZone
        title={drop.title}
        choose={drop.choose}
        hint={session.account.role === 'liaison' ? drop.hintLiaison : drop.hint}
        onFiles={take}
      />
      {incomplete.map((endings) => (
        <Notice key={endings} kind="danger">
          {upload.missing(endings)}
        </Notice>
      ))}
    </div>
  );
}

function CommandLine() {
  const { words } = useImportText();
  return (
    <Section>
      <details className={styles['details']}>
        <summary>{words.imports.commandLine}</summary>
        <p>{words.imports.commandLineText}</p>
        <CopyLine label={words.imports.commandLine} text="npm run import -- areas delomraden.gpkg set=delomraden" />
      </details>
    </Section>
  );
}
