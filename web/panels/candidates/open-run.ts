import { currentAddress, go } from '../../state/use-address.ts';

/** The run in the address, so that it is found again after leaving the page; null shows the form. */
export function openRun(id: string | null): void {
  const { run: _, ...rest } = currentAddress().filter;
  go({ filter: id === null ? rest : { ...rest, run: id }, selection: null });
}
