-- What CKAN's clients filter and count by and the description holds: kept beside it, so that no list has to open the descriptions.
create function open_data.tags_of(document jsonb) returns text[] language sql immutable parallel safe as $f$
  select coalesce(array_agg(distinct t.word), '{}') from jsonb_array_elements_text(
    coalesce(document -> 'keyword' -> 'de', (select l.value from jsonb_each(document -> 'keyword') l limit 1), '[]')) t(word)
$f$;
create function open_data.licence_of(document jsonb) returns text language sql immutable parallel safe as $f$
  select coalesce(jsonb_path_query_first(document, '$.distribution[*].license'), jsonb_path_query_first(document, '$.distribution[*].licenseText')) #>> '{}'
$f$;
grant execute on function open_data.tags_of(jsonb), open_data.licence_of(jsonb) to modellregion_service;

alter table open_data.dataset
  add column tag text[] not null generated always as (open_data.tags_of(document)) stored,
  add column licence_uri text generated always as (open_data.licence_of(document)) stored;
