import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './conflict-dialog.module.css';

interface ConflictDialogProps {
  /** Name, my value, the stored value; written as people read them. */
  readonly rows: readonly (readonly [name: string, mine: string, theirs: string])[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onClose: () => void;
}

/** Somebody else saved in between: both versions side by side, and a choice. */
export function ConflictDialog({ rows, onMine, onTheirs, onClose }: ConflictDialogProps) {
  const { t } = useText();
  const words = t.coverage.conflict;
  return (
    <Dialog
      wide
      title={words.title}
      closeLabel={t.common.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onTheirs}>{words.takeTheirs}</Button>
          <Button kind="primary" onClick={onMine}>
            {words.keepMine}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      <table className={styles['versions']}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, mine, theirs]) => (
            <tr key={name} className={classNames(mine !== theirs && styles['differs'])}>
              <th scope="row">{name}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
