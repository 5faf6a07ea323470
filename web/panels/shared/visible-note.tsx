import { useText } from '../../text/use-text.ts';
import styles from './visible-note.module.css';

/** Stands beside every figure about what is seen and what is not: for everybody, always the same words. */
export function VisibleNote() {
  const { t } = useText();
  return <p className={styles['note']}>{t.common.visibleCameras}</p>;
}
