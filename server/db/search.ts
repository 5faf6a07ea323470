import type { SearchHit } from '#core/wire/overlay.ts';
import type { Tx } from './driver.ts';
import { raw, sql } from './sql.ts';

const bounds = raw(
  `(select json_build_array(round(st_xmin(b)::numeric, 6), round(st_ymin(b)::numeric, 6), round(st_xmax(b)::numeric, 6), round(st_ymax(b)::numeric, 6)) from box2d(st_transform(h.geom, 4326)) b)`,
);

/**
 * Names that begin with the words, then names that hold them: areas, places, streets and shown sites.
 * Only the shown views are searched, so that no completion tells of what is hidden.
 */
export function searchNames(tx: Tx, words: string, lang: 'sv' | 'en'): Promise<SearchHit[]> {
  const like = words.toLocaleLowerCase('sv').replace(/[\\%_]/g, '\\$&');
  const key = sql`app.swedish_key(${like})`;
  return tx.query(sql`
    select h.kind, h.id, h.name, h.detail, ${bounds} as bounds from (
      select 1 as sort, 'area' as kind, a.id::text as id, a.name, ${lang === 'sv' ? raw('s.name_sv') : raw('s.name_en')} as detail, a.name_key as key, a.geom
      from app.area a join app.area_set s on s.id = a.area_set_id where a.name_key like '%' || ${key} || '%'
      union all
      select 2, 'place', p.id::text, p.name, ${lang === 'sv' ? raw('t.name_sv') : raw('t.name_en')}, p.name_key, p.geom
      from app.place p join app.place_type t on t.code = p.place_type where p.name_key like '%' || ${key} || '%'
      union all
      select 3, 'street', min(w.id)::text, w.name, null, min(w.name_key), st_collect(w.geom)
      from app.street w where w.name_key like '%' || ${key} || '%' group by w.name
      union all
      select 4, 'site', s.id::text, s.name, null, app.swedish_key(s.name), s.geom
      from app.site_shown s where s.shown_as = 'point' and s.geom is not null and app.swedish_key(s.name) like '%' || ${key} || '%'
    ) h
    order by (h.key like ${key} || '%') desc, h.sort, h.key collate "C", h.id collate "C" limit 10`);
}
