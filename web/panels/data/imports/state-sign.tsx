import type { ImportState } from '#core/wire/imports.ts';
import styles from './imports.module.css';

const looks: Record<ImportState, 'todo' | 'going' | 'done' | 'bad' | 'over'> = {
  draft: 'todo',
  waiting: 'going',
  reading: 'going',
  ready: 'todo',
  publishing: 'going',
  published: 'done',
  failed: 'bad',
  cancelled: 'over',
  interrupted: 'bad',
  undone: 'over',
};

/** A dot before the words of a state: hers to do, going on, done, wrong, over. The words beside it say the same. */
export function StateSign({ state }: { state: ImportState }) {
  return <span className={styles['sign']} data-look={looks[state]} aria-hidden="true" />;
}
