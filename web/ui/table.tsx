import { useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right, with figures of one width. */
  readonly figures?: boolean;
  /** What the column is sorted by; without it the column cannot be sorted. Null comes last both ways. */
  readonly sortBy?: (row: Row) => string | number | null;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey?: string | null;
  /** A row that opens: the first cell becomes its button. */
  readonly onOpen?: (row: Row) => void;
  readonly empty?: ReactNode;
  readonly showCaption?: boolean;
}

/** Opens in the order it is given; a head sorts up, then down, then as given again. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, selectedKey, onOpen, empty, showCaption } = props;
  const [sort, setSort] = useState<{ readonly id: string; readonly down: boolean } | null>(null);
  const shown = sorted(rows, columns.find((column) => column.id === sort?.id)?.sortBy, sort?.down ?? false);

  function turn(id: string): void {
    setSort(sort?.id !== id ? { id, down: false } : sort.down ? null : { id, down: true });
  }
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <caption className={showCaption ? styles['caption'] : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(column.figures && styles['figures'])}
                aria-sort={sort?.id === column.id ? (sort.down ? 'descending' : 'ascending') : undefined}
              >
                {column.sortBy ? (
                  <button type="button" className={styles['sort']} onClick={() => turn(column.id)}>
                    {column.head}
                    {sort?.id === column.id && <Icon name={sort.down ? 'down' : 'up'} size={16} />}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr
              key={rowKey(row)}
              className={classNames(onOpen && styles['opens'], rowKey(row) === selectedKey && styles['selected'])}
              onClick={onOpen && (() => onOpen(row))}
            >
              {columns.map((column, order) => (
                <td key={column.id} className={classNames(column.figures && styles['figures'])}>
                  {order === 0 && onOpen ? (
                    <button
                      type="button"
                      className={styles['open']}
                      aria-current={rowKey(row) === selectedKey || undefined}
                      onClick={(event) => {
                        event.stopPropagation();
                        onOpen(row);
                      }}
                    >
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sorted<Row>(rows: readonly Row[], by: Column<Row>['sortBy'], down: boolean): readonly Row[] {
  if (!by) return rows;
  return rows.toSorted((first, second) => {
    const a = by(first);
    const b = by(second);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = a < b ? -1 : a > b ? 1 : 0;
    return down ? -order : order;
  });
}
