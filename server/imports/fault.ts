import { shortened } from './shortened.ts';

/** Why an import cannot go on at all. The words for each stand in #core/import-words. */
export type FaultCode =
  | 'unknown_kind'
  | 'no_such_file'
  | 'unknown_argument'
  | 'not_a_choice'
  | 'option_needed'
  | 'no_such_column'
  | 'column_needed'
  | 'no_positions'
  | 'no_header'
  | 'unread_format'
  | 'unclosed_quote'
  | 'truncated'
  | 'gdal'
  | 'no_rows'
  | 'nothing_usable'
  | 'no_crs'
  | 'unknown_crs'
  | 'several_layers'
  | 'no_such_layer'
  | 'source_of_other_kind'
  | 'source_waits'
  | 'no_such_area_set'
  | 'choose_area_set'
  | 'no_such_organisation'
  | 'measure_needed'
  | 'directory_in_use'
  | 'not_ready'
  | 'not_last'
  | 'points_deleted'
  | 'set_of_other_source'
  | 'only_headings'
  | 'nul_bytes'
  | 'field_too_long'
  | 'zip_in_zip'
  | 'zip_without_data'
  | 'zip_bomb'
  | 'too_large'
  | 'password_protected'
  | 'old_excel'
  | 'document'
  | 'not_in_crs'
  | 'cancelled';

/** Stops the import; nothing of it is seen by anybody. `detail` goes into the sentence that the reader gets. */
export class ImportFault extends Error {
  readonly detail: Readonly<Record<string, string>>;

  constructor(
    readonly code: FaultCode,
    detail: Readonly<Record<string, string>> = {},
  ) {
    const told = shortened(detail);
    super(`${code} ${JSON.stringify(told)}`);
    this.name = 'ImportFault';
    this.detail = told;
  }
}

/** Throws when the one who started the import has stopped it. */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new ImportFault('cancelled');
}
