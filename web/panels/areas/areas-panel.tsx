import { useAddress } from '../../state/use-address.ts';
import { AreaList } from './area-list.tsx';
import { AreaPage } from './area-page.tsx';

/** Områden: how areas and years compare; one area's figures and its report. */
export function AreasPanel() {
  const { selection } = useAddress();
  const id = selection?.kind === 'area' ? Number(selection.id) : null;
  return id !== null && Number.isInteger(id) && id > 0 ? <AreaPage key={id} id={id} /> : <AreaList />;
}
