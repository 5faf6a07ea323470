import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './data.module.css';

/** Something to take along: a command, an address, a key. `label` says which, for those who do not see it. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const { t } = useText();
  const toast = useToast();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t.data.copy.done });
    } catch {
      toast({ text: t.data.copy.failed });
    }
  }
  return (
    <div className={styles['copy']}>
      <code>{text}</code>
      <Button onClick={() => void copy()}>
        {t.data.copy.press}
        <span className="visually-hidden">{` ${label}`}</span>
      </Button>
    </div>
  );
}
