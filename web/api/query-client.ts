import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.ts';

/** One place decides what is asked again, and what happens when the session has ended. */
export function makeQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.code === 'signed-out') forgetSession(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        // Asking again helps only where nobody answered, or nobody was ready.
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && (error.code === 'offline' || error.code === 'not-ready'),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

/** Leaves nothing of what the last person saw in memory. */
export function forgetSession(client: QueryClient): void {
  const instance = client.getQueryData(['instance']);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'instance' && queryKey[0] !== 'session' });
  client.setQueryData(['instance'], instance);
  client.setQueryData(['session'], null);
}
