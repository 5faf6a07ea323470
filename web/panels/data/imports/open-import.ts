import { currentAddress, go } from '../../../state/use-address.ts';

/** The import in the address, so that it is found again after leaving the page; null shows the list. */
export function openImport(id: string | null): void {
  const { import: _, ...rest } = currentAddress().filter;
  go({ filter: id === null ? { ...rest, tab: 'import' } : { ...rest, tab: 'import', import: id }, selection: null });
}
