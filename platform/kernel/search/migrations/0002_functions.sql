-- The search itself. Called alone, in a reading transaction: select search.run($1, $2).

-- What the town's texts know about the words of a query.
create function search.look(p_tenant text, p_words text[], p_stems text[], p_unsure text[], p_terms text[]) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, search, public, pg_temp as $f$
declare
  found_words jsonb; found_stems jsonb; near jsonb := '{}'; unsure text; candidates jsonb;
begin
  perform search.refuse_other_tenant(p_tenant);
  select coalesce(jsonb_object_agg(w.word, w.ndoc), '{}') into found_words
    from search.word w where w.tenant_id = p_tenant and w.word = any(p_words);
  select coalesce(jsonb_object_agg(s.stem, s.n), '{}') into found_stems
    from (select w.stem, sum(w.ndoc) n from search.word w where w.tenant_id = p_tenant and w.stem = any(p_stems) group by w.stem) s;
  for i in 1 .. coalesce(cardinality(p_unsure), 0) loop
    unsure := p_unsure[i];
    continue when found_words ? unsure or found_stems ? p_stems[i];
    select jsonb_agg(jsonb_build_array(c.word, c.ndoc)) into candidates from (
      select w.word, w.ndoc from search.word w
       where w.tenant_id = p_tenant and w.word % unsure and w.ndoc > 0
       order by similarity(w.word, unsure) desc, w.ndoc desc limit 20) c;
    near := near || jsonb_build_object(unsure, coalesce(candidates, '[]'));
  end loop;
  return jsonb_build_object(
    'documents', coalesce((select s.documents from search.state s where s.tenant_id = p_tenant), 0),
    'words', found_words, 'stems', found_stems, 'near', near,
    'synonyms', (select coalesce(jsonb_agg(jsonb_build_array(y.term, y.alt, y.removed)), '[]')
                   from search.synonym y where y.tenant_id = p_tenant and y.term_key = any(p_terms)));
end $f$;

-- Words of all towns, because fifty texts of a village cannot explain their own compounds. Public words only; counts, no texts.
create function search.lexicon() returns table (word text, ndoc bigint, nholder bigint)
language plpgsql stable security definer set search_path = pg_catalog, search, pg_temp as $f$ begin
  return query select w.word::text, sum(w.ndoc), sum(w.nholder) from search.word w
    where length(w.word) between 3 and 40 group by w.word having sum(w.ndoc) >= 2 order by 2 desc limit 200000;
end $f$;

-- One search: matching on the strictest level that finds enough, counting facets, ranking. See docs/search.md for the request.
create function search.run(p_tenant text, p jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, search, pg_temp as $f$
declare
  own_service constant text := regexp_replace(current_setting('role'), '^svc_', '');
  weights constant text := $w$'{.1,.2,.3,1}'::float4[]$w$;
  scope text := ''; set_scope text := 'f.tenant_id = $1'; filter text := '';
  level_count constant int := coalesce(jsonb_array_length(p -> 'levels'), 0);
  level int := 0; matches tsquery[] := '{}'; whole tsquery;
  sets bigint[]; counts int[]; matched bigint := 0; total bigint; chosen bigint[];
  facets jsonb := '{}'; hits jsonb; misses text := '0'; open_facets text := ''; name text; i int := 0;
  score text; level_of text := '0'; source text; ordering text;
  page constant text := format(' offset %s limit %s', greatest(0, (p ->> 'from')::int), greatest(0, (p ->> 'size')::int));
begin
  perform search.refuse_other_tenant(p_tenant);
  -- A service sees public records of all, and those of other audiences only when they are its own.
  if p ? 'audiences' then
    scope := format(' and (%%1$s.audience = ''public'' or (replace(%%1$s.service, ''-'', ''_'') = %L and %%1$s.audience = any(%L::text[])))',
      own_service, array(select jsonb_array_elements_text(p -> 'audiences')));
  else
    scope := ' and %1$s.audience = ''public''';
  end if;
  if p ? 'service' then scope := scope || format(' and %%1$s.service = %L', p ->> 'service'); end if;
  if p ? 'kind' then scope := scope || format(' and %%1$s.kind = %L', p ->> 'kind'); end if;

  -- 1. Which combinations of facets match, and how often: strictest level first.
  if level_count = 0 then
    execute 'select array_agg(f.id), array_agg(f.ndoc), sum(f.ndoc) from search.facet_set f where f.tenant_id = $1 and f.ndoc > 0' || format(scope, 'f')
      into sets, counts, matched using p_tenant;
  end if;
  while level < level_count loop
    level := level + 1;
    matches[level] := (p -> 'levels' -> (level - 1) ->> 'match')::tsquery;
    whole := case when level = 1 then matches[1] else whole || matches[level] end;
    execute 'select array_agg(x.facet_set), array_agg(x.n), sum(x.n) from (
        select d.facet_set, count(*)::int n from search.doc d where d.tenant_id = $1 and d.tsv @@ $2' || format(scope, 'd') || ' group by 1) x'
      into sets, counts, matched using p_tenant, whole;
    exit when coalesce(matched, 0) >= (p -> 'levels' -> (level - 1) ->> 'enough')::int;
  end loop;
  total := coalesce(matched, 0);

  -- 2. Facets. A facet ignores its own choice: a set is counted when it fails no choice, or only that of the facet counted.
  for name in select jsonb_object_keys(coalesce(p -> 'chosen', '{}')) loop
    misses := misses || format(' + case when f.codes && %L::text[] then 0 else %s end',
      array(select name || E'\x1f' || v from jsonb_array_elements_text(p -> 'chosen' -> name) v), (1::bigint << i));
    open_facets := open_facets || format(' or (s.miss = %s and starts_with(c, %L))', (1::bigint << i), name || E'\x1f');
    i := i + 1;
  end loop;
  if total > 0 and (i > 0 or (p ->> 'count')::boolean) then
    execute format($q$
      with s as materialized (
        select f.id, f.codes, u.n, %s as miss from unnest($2, $3) u(id, n) join search.facet_set f on f.tenant_id = $1 and f.id = u.id)
      select (select sum(s.n) from s where s.miss = 0), (select array_agg(s.id) from s where s.miss = 0),
        case when $4 then (select jsonb_object_agg(facet, listed) from (
          select facet, jsonb_agg(jsonb_build_array(value, n) order by n desc, value) listed from (
            select split_part(c, E'\x1f', 1) facet, split_part(c, E'\x1f', 2) value, sum(s.n) n,
                   row_number() over (partition by split_part(c, E'\x1f', 1) order by sum(s.n) desc, c) place
              from s, unnest(s.codes) c where s.miss = 0 %s group by c) v
          where place <= 200 group by facet) per_facet) end $q$, misses, open_facets)
      into total, chosen, facets using p_tenant, sets, counts, (p ->> 'count')::boolean;
    if i > 0 then filter := ' and d.facet_set = any($3)'; end if;
  end if;
  total := coalesce(total, 0);

  -- 3. The page asked for.
  if total = 0 or (p ->> 'size')::int = 0 then
    hits := '[]';
  elsif level_count = 0 then
    ordering := case when p ->> 'sort' = 'title' then 'left(d.fold_title, 200) collate "C", d.service, d.kind, d.ref'
                     else 'd.updated desc nulls last, d.service, d.kind, d.ref' end;
    execute 'select jsonb_agg(jsonb_build_array(h.service, h.kind, h.ref, h.title, h.url, 0, 0, h.updated) order by h.place) from (
        select d.*, row_number() over (order by ' || ordering || ') place from search.doc d where d.tenant_id = $1' || format(scope, 'd') || filter ||
        ' order by ' || ordering || page || ') h'
      into hits using p_tenant, null::int, chosen;
  else
    for i in reverse level - 1 .. 1 loop
      level_of := format('case when d.tsv @@ %L::tsquery then %s else %s end', matches[i]::text, i - 1, case when level_of = '0' then level - 1 || '' else level_of end);
    end loop;
    source := ' from search.doc d where d.tenant_id = $1 and d.tsv @@ $2' || format(scope, 'd') || filter;
    if p ->> 'sort' in ('newest', 'title') then
      ordering := level_of || case when p ->> 'sort' = 'title' then ', left(d.fold_title, 200) collate "C"' else ', d.updated desc nulls last' end || ', d.service, d.kind, d.ref';
      execute 'select jsonb_agg(jsonb_build_array(h.service, h.kind, h.ref, h.title, h.url, 0, h.level, h.updated) order by h.place) from (
          select d.service, d.kind, d.ref, d.title, d.url, d.updated, ' || level_of || ' as level, row_number() over (order by ' || ordering || ') place' ||
          source || ' order by ' || ordering || page || ') h'
        into hits using p_tenant, whole, chosen;
    else
      -- Of each group the best alternative counts; one expression, because calling ts_rank per row of a sub-select costs ten times more.
      select string_agg(g.best, ' + ') into score from (
          select format('greatest(%s)', string_agg(format('%s * ts_rank(%s, d.tsv, %L::tsquery)', (a ->> 1)::float8, weights, a ->> 0), ', ')) best
            from jsonb_array_elements(p -> 'terms') a group by a -> 2) g;
      execute format($q$
        select jsonb_agg(jsonb_build_array(h.service, h.kind, h.ref, h.title, h.url, h.score, h.level, h.updated) order by h.level, h.score desc, h.fold_title, h.service, h.kind, h.ref) from (
          select d.service, d.kind, d.ref, d.title, d.url, d.updated, d.fold_title, %s as level,
            (%s) * (1 + case when d.fold_title = $4 then .5 when starts_with(d.fold_title, $4 || ' ') then .25 else 0 end
                      + .2 * least(1, length($4)::float8 / greatest(length(d.fold_title), 1))
                      + .05 * coalesce(exp(-greatest(0, extract(epoch from $5 - d.updated) / 86400) / 730.0), 0)) as score
          from (select d.* %s) d order by level, score desc, d.fold_title, d.service, d.kind, d.ref %s) h $q$,
          level_of, score, search.candidates(source, total, (p ->> 'candidates')::int), page)
        into hits using p_tenant, whole, chosen, p ->> 'folded', (p ->> 'now')::timestamptz;
    end if;
  end if;
  return jsonb_build_object('total', total, 'level', level, 'hits', coalesce(hits, '[]'), 'facets', coalesce(facets, '{}'));
end $f$;

-- With very many matches only some are ranked: exact titles, then titles that match, then others. Text of a query, built from parts that are already quoted.
create function search.candidates(source text, total bigint, most int) returns text language plpgsql immutable as $f$ begin
  if total <= most then return source; end if;
  return format($q$ from (
      (select * %1$s and left(d.fold_title, 200) collate "C" = left($4, 200) limit 100)
      union all
      (select * %2$s and left(d.fold_title, 200) collate "C" <> left($4, 200) limit %3$s)
      union all
      (select * %1$s and not (ts_filter(d.tsv, '{a}') @@ $2) and left(d.fold_title, 200) collate "C" <> left($4, 200) limit greatest(0, %3$s / 4))) d $q$,
    source, replace(source, 'd.tsv @@ $2', 'ts_filter(d.tsv, ''{a}'') @@ $2'), most);
end $f$;

-- Completions while typing: words that begin like the last one, and titles that hold all words.
create function search.suggest(p_tenant text, p jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, search, pg_temp as $f$
declare found_words jsonb; found_titles jsonb; scope text := '';
begin
  perform search.refuse_other_tenant(p_tenant);
  select jsonb_agg(w.surface order by w.ndoc desc, w.word) into found_words from (
    select w.surface, w.ndoc, w.word from search.word w
     where w.tenant_id = p_tenant and w.word >= p ->> 'prefix' and w.word < (p ->> 'prefix') || U&'\FFFF' and w.ndoc > 0
     order by w.ndoc desc, w.word limit (p ->> 'size')::int) w;
  if p ? 'service' then scope := format(' and d.service = %L', p ->> 'service'); end if;
  execute 'select jsonb_agg(jsonb_build_array(h.title, h.url, h.service, h.kind, h.ref) order by h.rank desc, h.title) from (
      select d.*, ts_rank(''{0,0,.1,1}'', d.tsv, $2) rank from (
        select d.* from search.doc d where d.tenant_id = $1 and d.audience = ''public'' and ts_filter(d.tsv, ''{a}'') @@ $2' || scope || ' limit 500) d
      order by rank desc, d.title limit $3) h'
    into found_titles using p_tenant, (p ->> 'match')::tsquery, (p ->> 'size')::int;
  return jsonb_build_object('words', coalesce(found_words, '[]'), 'titles', coalesce(found_titles, '[]'));
end $f$;

do $$ declare f text; begin
  -- Handing a function over needs the right to create in its schema, for this moment only.
  grant create on schema search to search_owner;
  foreach f in array array['look(text, text[], text[], text[], text[])', 'lexicon()', 'run(text, jsonb)', 'suggest(text, jsonb)'] loop
    execute format('alter function search.%s owner to search_owner', f);
    execute format('revoke all on function search.%s from public', f);
    execute format('grant execute on function search.%s to modellregion_service', f);
  end loop;
  revoke create on schema search from search_owner;
end $$;
