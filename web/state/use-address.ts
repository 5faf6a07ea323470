import { useSyncExternalStore } from 'react';
import { readAddress, writeAddress, type Address } from './url.ts';

let known: { readonly href: string; readonly address: Address } | null = null;
const listeners = new Set<() => void>();

/** The address as it stands; the same object until it changes. */
export function currentAddress(): Address {
  if (known?.href !== location.href) {
    known = { href: location.href, address: readAddress(location.pathname, location.hash) };
  }
  return known.address;
}

interface GoOptions {
  /** Without a step that "back" returns to: for what changes all the time, as the view does. */
  readonly replace?: boolean;
}

/** Changes parts of the address; the rest stays. */
export function go(change: Partial<Address>, { replace = false }: GoOptions = {}): void {
  const next = writeAddress({ ...currentAddress(), ...change });
  if (next === location.pathname + location.hash) return;
  if (replace) history.replaceState(null, '', next);
  else history.pushState(null, '', next);
  for (const listener of listeners) listener();
}

/** Sets one filter of a panel, or takes it away with null. */
export function setFilter(name: string, value: string | null): void {
  const { [name]: _, ...rest } = currentAddress().filter;
  go({ filter: value === null ? rest : { ...rest, [name]: value } }, { replace: true });
}

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, currentAddress);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}
