import type { ImportJob, ImportRefusal } from '#core/wire/imports.ts';
import { refusedAddress } from '../../../api/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Section } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';
import { capital, fieldWords, reasonWords } from './import-words.ts';
import styles from './imports.module.css';

/** Rows that were not taken in: how many for which reason, the first of them, and all as a file. */
export function RefusedRows({ job }: { job: ImportJob }) {
  const { words, number, locale } = useImportText();
  const say = words.imports.refused;
  if (job.refusals.length === 0 && job.refused.length === 0) return null;
  const isSecret = job.kind === 'planned-mounts';
  return (
    <Section
      title={say.title}
      aside={
        <a href={`${refusedAddress(job.id)}?lang=${locale}`} download>
          {say.all}
        </a>
      }
    >
      <div className={styles['bleed']}>
        <Table
          caption={say.reasonsCaption}
          rows={job.refusals}
          rowKey={({ reason }) => reason}
          columns={[
            { id: 'reason', head: say.byReason, cell: ({ reason }) => capital(reasonWords(words, reason)) },
            { id: 'rows', head: say.rows, cell: ({ rows }) => number(rows), figures: true },
          ]}
        />
      </div>
      {isSecret && <p className={styles['quiet']}>{say.noValues}</p>}
      {job.refused.length > 0 && (
        <div className={styles['bleed']}>
          <Table
            caption={say.caption(number(job.refused.length))}
            showCaption
            rows={job.refused}
            rowKey={({ row, field, reason }) => `${row} ${field} ${reason}`}
            columns={[
              { id: 'row', head: say.row, cell: ({ row }) => number(row), figures: true },
              { id: 'field', head: say.field, cell: ({ field }) => capital(fieldWords(words, field)) },
              ...(isSecret
                ? []
                : [
                    {
                      id: 'value',
                      head: say.value,
                      cell: ({ value, reason }: ImportRefusal) =>
                        value || (reason === 'personal_number' ? say.notShown : say.empty),
                    },
                  ]),
              { id: 'reason', head: say.reason, cell: ({ reason }) => reasonWords(words, reason) },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
