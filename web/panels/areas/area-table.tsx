import type { AreaSet, SurveyIndex, SurveyMap } from '#core/wire/areas.ts';
import { go } from '../../state/use-address.ts';
import { useText } from '../../text/use-text.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { writeChange, writeOrSign } from './figures.ts';
import styles from './areas.module.css';

export type AreaRow = AreaSet['areas'][number] & { readonly found: SurveyMap['values'][number] | undefined };

interface AreaTableProps {
  readonly rows: readonly AreaRow[];
  readonly indicator: SurveyIndex['indicators'][number] | undefined;
  readonly year: number | null;
  readonly previousYear: number | null;
}

/** The change stands before the level, and the areas as the alphabet has them until a head is pressed. */
export function AreaTable({ rows, indicator, year, previousYear }: AreaTableProps) {
  const text = useText();
  const { t, name } = text;
  const words = t.areas.list;
  const open = (row: AreaRow) => go({ selection: { kind: 'area', id: String(row.id) } });
  const area: Column<AreaRow> = { id: 'name', head: words.area, cell: (row) => row.name };
  const figures: readonly Column<AreaRow>[] =
    indicator && year !== null
      ? [
          {
            id: 'change',
            head: previousYear === null ? words.changeNone : words.change(String(previousYear)),
            figures: true,
            cell: ({ found }) => {
              const change = changeOf(found);
              return change === null ? t.areas.signs.missing : writeChange(text, indicator.measure, change);
            },
            sortBy: ({ found }) => changeOf(found),
          },
          {
            id: 'value',
            head: words.value(String(year)),
            figures: true,
            cell: ({ found }) => writeOrSign(text, indicator.measure, found),
            sortBy: ({ found }) => found?.value ?? null,
          },
        ]
      : [];
  const hasSigns = indicator && rows.some(({ found }) => found?.value == null);
  return (
    <>
      <Table
        caption={indicator && year !== null ? words.caption(name(indicator), String(year)) : t.shell.places.areas}
        columns={[area, ...figures]}
        rows={rows}
        rowKey={({ id }) => String(id)}
        onOpen={open}
      />
      {hasSigns && <p className={styles['key']}>{t.areas.signKey}</p>}
    </>
  );
}

function changeOf(found: AreaRow['found']): number | null {
  return found?.value != null && found.previous !== null ? found.value - found.previous : null;
}
