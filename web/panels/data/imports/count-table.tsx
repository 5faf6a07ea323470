import type { ImportCounts } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Table } from '../../../ui/table.tsx';
import styles from './imports.module.css';

const rows = ['read', 'new', 'changed', 'same', 'gone', 'refused'] as const;
/** From this share on, what goes or is refused is likely a fault of the file. */
const many = 0.2;

/** What became of every row, against what the source holds. */
export function CountTable({ counts, isPublished }: { counts: ImportCounts; isPublished: boolean }) {
  const { words, number } = useImportText();
  const say = words.imports.review;
  const held = counts.changed + counts.same + counts.gone;
  return (
    <>
      <div className={styles['bleed']}>
        <Table
          caption={say.caption}
          rows={rows}
          rowKey={(row) => row}
          columns={[
            { id: 'what', head: say.what, cell: (row) => say.counts[row].name },
            { id: 'count', head: say.count, cell: (row) => number(counts[row]), figures: true },
            {
              id: 'meaning',
              head: say.meaning,
              cell: (row) => (isPublished ? say.counts[row].was : say.counts[row].meaning),
            },
          ]}
        />
      </div>
      {!isPublished && counts.new + counts.changed + counts.gone === 0 && counts.same > 0 && (
        <Notice>{say.nothingNew}</Notice>
      )}
      {!isPublished && held > 0 && counts.gone >= many * held && (
        <Notice kind="warning">{say.manyGone(number(counts.gone), number(held))}</Notice>
      )}
      {!isPublished && counts.refused >= many * counts.read && counts.refused > 0 && (
        <Notice kind="warning">{say.manyRefused(number(counts.refused), number(counts.read))}</Notice>
      )}
    </>
  );
}
