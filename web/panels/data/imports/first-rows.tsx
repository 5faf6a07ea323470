import type { ImportDescription } from '#core/wire/imports.ts';
import { useImportText } from '../../../text/use-import-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/panel.tsx';
import styles from './imports.module.css';

/** The first rows as they stand in the file, and which columns are not stored. */
export function FirstRows({ description }: { description: ImportDescription }) {
  const { words } = useImportText();
  const say = words.imports.describe;
  const { header, rows, notStored, headingRow } = description;
  return (
    <>
      {notStored.length > 0 && (
        <Section title={say.notStored}>
          <Notice kind="info">
            <p>{say.notStoredText}</p>
            <ul className={styles['chips']}>
              {notStored.map((heading) => (
                <li key={heading}>{heading}</li>
              ))}
            </ul>
          </Notice>
        </Section>
      )}
      {rows.length > 0 && (
        <Section title={say.rows}>
          {/* Scrolls inside itself: a keyboard must reach it to do so. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={styles['rowsBox']} aria-label={say.rowsCaption} tabIndex={0}>
            <table className={styles['rows']}>
              <caption className="visually-hidden">{say.rowsCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.rowNumber}</th>
                  {header.map((heading, order) => (
                    <th key={order} scope="col" data-not-stored={notStored.includes(heading) || undefined}>
                      {heading}
                      {notStored.includes(heading) && (
                        <span className={styles['notStored']}>{say.notStored.toLowerCase()}</span>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, order) => (
                  <tr key={order}>
                    <th scope="row">{(headingRow ?? 1) + order + 1}</th>
                    {header.map((heading, column) => (
                      <td key={column} data-not-stored={notStored.includes(heading) || undefined}>
                        {row[column]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Section>
      )}
    </>
  );
}
