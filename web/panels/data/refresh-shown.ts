import type { QueryClient } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';

/** The server reckons the versions of the layers anew a moment after something was published or taken away. */
const versionsAreNew_ms = 4_000;

/** Asks for everything that is shown anew, and for the map's layers once more when their versions are known. */
export async function refreshShown(client: QueryClient): Promise<void> {
  setTimeout(() => void client.invalidateQueries({ queryKey: queries.layers().queryKey }), versionsAreNew_ms);
  await client.invalidateQueries();
}
