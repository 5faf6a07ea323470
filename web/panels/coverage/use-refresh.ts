import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** The server looks for written layers this often; a little later the tiles are new. */
const tilesLater_ms = 2_600;

/** Asks again for everything that a written site or camera shows up in. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    setTimeout(() => void client.invalidateQueries({ queryKey: ['layers'] }), tilesLater_ms);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['sites'] }),
      client.invalidateQueries({ queryKey: ['overlay'] }),
    ]);
  }, [client]);
}
