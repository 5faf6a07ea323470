import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  /** What to do with it: "Släpp filer här". */
  readonly title: string;
  readonly hint: string;
  /** The button that opens the file chooser, for those who do not drag. */
  readonly choose: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files that are dropped anywhere on it, or chosen with its button. */
export function DropZone({ title, hint, choose, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const zone = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const isInside = (event: DragEvent) => zone.current?.contains(event.target as Node) ?? false;
    function over(event: DragEvent): void {
      // A file dropped beside the zone would otherwise replace the whole page.
      event.preventDefault();
      setOver(isInside(event));
    }
    function drop(event: DragEvent): void {
      event.preventDefault();
      setOver(false);
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (isInside(event) && files.length > 0) latest.current(files);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('dragleave', leave);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('dragleave', leave);
    };
  }, []);
  return (
    <fieldset ref={zone} className={classNames(styles['zone'], isOver && styles['over'])}>
      <legend className="visually-hidden">{title}</legend>
      <Icon name="upload" size={24} />
      <p className={styles['title']} aria-hidden="true">
        {title}
      </p>
      <Button kind="primary" onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <p className={styles['hint']}>{hint}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={choose}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          if (files.length > 0) onFiles(files);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </fieldset>
  );
}
