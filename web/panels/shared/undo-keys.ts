import { useEffect } from 'react';
import type { History } from '../../state/use-history.ts';

/** Ctrl+Z and Ctrl+Shift+Z (⌘ on a Mac) for as long as something is edited. In a text field the field's own undo goes first. */
export function useUndoKeys({ undo, redo }: Pick<History<unknown>, 'undo' | 'redo'>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLElement && event.target.matches('input[type=text]:not([inputmode]), textarea'))
        return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
