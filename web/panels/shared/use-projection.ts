import { useEffect, useState } from 'react';
import { loadProjection } from '../map/sweref.ts';

type Projection = Awaited<ReturnType<typeof loadProjection>>;

/** The projection between SWEREF 99 TM and degrees; null until it is fetched. */
export function useProjection(): Projection | null {
  const [projection, setProjection] = useState<Projection | null>(null);
  useEffect(() => {
    let isGone = false;
    void loadProjection().then((loaded) => !isGone && setProjection(() => loaded));
    return () => {
      isGone = true;
    };
  }, []);
  return projection;
}
