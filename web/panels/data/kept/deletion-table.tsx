import { formatDate } from '#core/format/date.ts';
import type { KeptData } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Section } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';
import styles from '../data.module.css';

/** What the job of deletion did, newest first. */
export function DeletionTable({ deletions }: { deletions: KeptData['deletions'] }) {
  const { words, number } = useImportText();
  const say = words.kept;
  return (
    <Section title={say.deletions}>
      {deletions.length === 0 && <p className={styles['quiet']}>{say.deletionsNone}</p>}
      {deletions.length > 0 && (
        <div className={styles['bleed']}>
          <Table
            caption={say.deletionsCaption}
            rows={deletions}
            rowKey={({ at, source }) => `${at} ${source}`}
            columns={[
              { id: 'at', head: say.at, cell: ({ at }) => day(at) },
              { id: 'source', head: say.source, cell: ({ source }) => source },
              { id: 'before', head: say.before, cell: ({ before }) => day(before) },
              { id: 'rows', head: say.rows, cell: ({ rows }) => number(rows), figures: true },
            ]}
          />
        </div>
      )}
    </Section>
  );
}

/** A day, on one line. */
function day(at: string) {
  return <time className={styles['at']}>{formatDate(at)}</time>;
}
