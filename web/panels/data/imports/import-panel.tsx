import type { ReactNode } from 'react';
import type { ImportJob } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Panel } from '../../../ui/panel.tsx';
import { mainFile } from './import-words.ts';
import { openImport } from './open-import.ts';
import { StateSign } from './state-sign.tsx';
import styles from './imports.module.css';

interface ImportPanelProps {
  readonly job: ImportJob;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** The frame of every step: the file, and how far its import has come. */
export function ImportPanel({ job, children, footer }: ImportPanelProps) {
  const { words } = useImportText();
  const kicker = (
    <span className={styles['kicker']}>
      <StateSign state={job.state} />
      {words.imports.states[job.state]}
    </span>
  );
  return (
    <Panel
      wide
      title={mainFile(job)}
      kicker={kicker}
      back={{ label: words.imports.back, onClick: () => openImport(null) }}
      footer={footer}
    >
      {children}
    </Panel>
  );
}
