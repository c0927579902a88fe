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

-- One search: matching on the strictest level that finds enough, facets, ranking, in one statement. See docs/search.md for the request.
create function search.run(p_tenant text, p jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, search, pg_temp as $f$
declare
  most constant bigint := (p ->> 'candidates')::bigint;
  level_count constant int := jsonb_array_length(p -> 'levels');
  scope constant text := search.scope(p, 'd');
  choice constant text[] := search.facet_parts(p);
  matches text[] := '{}'; level int := 0; whole text; source text; matched bigint; total bigint; facets jsonb; hits jsonb;
begin
  perform search.refuse_other_tenant(p_tenant);
  if level_count = 0 and choice[4] is null then
    execute search.statement_of_all(p, search.scope(p, 'f'), search.page_of_all(p, scope, choice)) into matched, total, facets, hits using p_tenant, p;
  elsif level_count = 0 then
    execute search.statement(p, search.all_sets(search.scope(p, 'f'), choice), choice, search.page_of_all(p, scope, choice)) into matched, total, facets, hits using p_tenant, p;
  end if;
  while level < level_count loop
    level := level + 1;
    matches[level] := (p -> 'levels' -> (level - 1) ->> 'match')::tsquery::text;
    whole := array_to_string(matches, ' | ');
    source := format('from search.doc d where d.tenant_id = $1 and d.tsv @@ %L::tsquery', whole) || scope;
    -- Nearly always all matches are few enough to be read once, for counting and for ranking.
    matched := (p -> 'levels' -> (level - 1) ->> 'least')::bigint;
    if matched <= most then
      execute search.statement(p, search.few(source, choice, most), choice, search.page_of_matches(p, matches, choice)) into matched, total, facets, hits using p_tenant, p;
    end if;
    if matched > most then
      execute search.statement(p, search.many(source, whole, p, choice, most), choice, search.page_of_matches(p, matches, choice)) into matched, total, facets, hits using p_tenant, p;
    end if;
    exit when matched >= (p -> 'levels' -> (level - 1) ->> 'enough')::int;
  end loop;
  return jsonb_build_object('total', coalesce(total, 0), 'level', level, 'hits', coalesce(hits, '[]'), 'facets', coalesce(facets, '{}'));
end $f$;

-- The functions below write the text of its statement. $1 is the tenant, $2 the request; everything else is quoted here.

-- A service sees public records of all, and those of other audiences only when they are its own.
create function search.scope(p jsonb, t text) returns text language plpgsql stable as $f$ begin
  return case when p ? 'audiences' then format($q$ and (%1$s.audience = 'public' or (replace(%1$s.service, '-', '_') = %2$L and %1$s.audience = any(%3$L::text[])))$q$,
      t, regexp_replace(current_setting('role'), '^svc_', ''), array(select jsonb_array_elements_text(p -> 'audiences'))) else format($q$ and %s.audience = 'public'$q$, t) end
    || case when p ? 'service' then format(' and %s.service = %L', t, p ->> 'service') else '' end
    || case when p ? 'kind' then format(' and %s.kind = %L', t, p ->> 'kind') else '' end;
end $f$;

-- 1: a number per combination of facets with one bit for each choice it fails; 2: those bits; 3: which counts belong to a facet; 4: null without choice.
-- A facet ignores its own choice: a combination counts when it fails no choice, or only that of the facet counted.
create function search.facet_parts(p jsonb) returns text[] language plpgsql immutable as $f$
declare fails text := '0'; bits text := '0'; own text := ''; bit bigint := 1; name text;
begin
  for name in select jsonb_object_keys(p -> 'chosen') loop
    fails := fails || format(' + case when f.codes && %L::bigint[] then 0 else %s end', array(select v::bigint from jsonb_array_elements_text(p -> 'chosen' -> name) v), bit);
    bits := bits || ', ' || bit;
    own := own || format(' or (g.fails = %s and v.facet = %L)', bit, name);
    bit := bit * 2;
  end loop;
  return array[fails, bits, own, case when bit > 1 then 'chosen' end];
end $f$;

-- `s`: facet values of hits or of combinations of them, with their number and the choices they fail. `cand`: what is ranked.
create function search.few(source text, facets text[], most bigint) returns text language plpgsql immutable as $f$ begin
  return format($q$cand as materialized (select d.service, d.kind, d.ref, d.fold_title, d.updated, d.facet_set, d.codes, d.tsv %s limit %s),
    s as materialized (select f.facet_set id, f.codes, 1 as n, %s as fails from cand f)$q$, source, most + 1, facets[1]);
end $f$;

-- Neither query nor choice: the numbers are kept.
create function search.statement_of_all(p jsonb, scope text, page text) returns text language plpgsql immutable as $f$ begin
  return format($q$with listed as (
      select v.facet, v.value, sum(f.ndoc)::int n, row_number() over (partition by v.facet order by sum(f.ndoc) desc, v.value) place
        from search.facet_count f join search.facet_value v on v.tenant_id = $1 and v.id = f.id
       where f.tenant_id = $1 and f.id <> 0 and f.ndoc > 0 %1$s group by 1, 2)
    select total, total, %2$s, (%3$s) from (select sum(f.ndoc) total from search.facet_count f where f.tenant_id = $1 and f.id = 0 %1$s) t$q$,
    scope, search.listed_facets(p), page);
end $f$;

create function search.listed_facets(p jsonb) returns text language plpgsql immutable as $f$ begin
  return case when (p ->> 'count')::boolean then
    '(select jsonb_object_agg(l.facet, l.counts) from (select facet, jsonb_agg(jsonb_build_array(value, n) order by place) counts from listed where place <= 200 group by facet) l)'
    else 'null::jsonb' end;
end $f$;

-- With very many matches only some are ranked: exact titles, then titles that match, then others.
create function search.many(source text, whole text, p jsonb, facets text[], most bigint) returns text language plpgsql immutable as $f$
declare
  columns constant text := 'd.service, d.kind, d.ref, d.fold_title, d.updated, d.facet_set, d.tsv';
  same_title constant text := format('left(d.fold_title, 200) collate "C" = left(%L, 200)', p ->> 'folded');
  in_title constant text := format($q$ts_filter(d.tsv, '{a}') @@ %L::tsquery$q$, whole);
begin
  return format($q$s as materialized (select f.id, f.codes, u.n, %3$s as fails from (select d.facet_set id, count(*)::int n %1$s group by 1) u
      join search.facet_set f on f.tenant_id = $1 and f.id = u.id), cand as materialized (%2$s)$q$, source,
    case when p ->> 'sort' <> 'relevance' then format('select %s %s', columns, source) else format($q$
      (select %1$s %2$s and %3$s limit 100) union all
      (select %1$s %5$s and not (%3$s) limit %6$s) union all
      (select %1$s %2$s and not (%4$s) and not (%3$s) limit %7$s)$q$,
      columns, source, same_title, in_title, replace(source, format('d.tsv @@ %L::tsquery', whole), in_title), most, most / 4) end, facets[1]);
end $f$;

create function search.all_sets(scope text, facets text[]) returns text language plpgsql immutable as $f$ begin
  return format('s as materialized (select f.id, f.codes, f.ndoc as n, %s as fails from search.facet_set f where f.tenant_id = $1 and f.ndoc > 0%s)',
    facets[1], scope);
end $f$;

create function search.page_of_all(p jsonb, scope text, facets text[]) returns text language plpgsql immutable as $f$
declare
  ordering constant text := case when p ->> 'sort' = 'title' then 'left(d.fold_title, 200) collate "C"' else 'd.updated desc nulls last' end || ', d.service, d.kind, d.ref';
begin
  return format($q$select jsonb_agg(jsonb_build_array(d.service, d.kind, d.ref, d.title, d.url, 0, 0, d.updated) order by %1$s) from (
      select d.* from search.doc d where d.tenant_id = $1 %2$s %3$s order by %1$s offset ($2 ->> 'from')::int limit ($2 ->> 'size')::int) d$q$,
    ordering, scope, case when facets[4] is not null then 'and d.facet_set = any(array(select a.id from answers a))' else '' end);
end $f$;

create function search.page_of_matches(p jsonb, matches text[], facets text[]) returns text language plpgsql immutable as $f$
declare score text := '0'; level_of text := '0'; ordering text;
begin
  for i in reverse cardinality(matches) - 1 .. 1 loop
    level_of := format('case when c.tsv @@ %L::tsquery then %s else %s end', matches[i], i - 1, case when level_of = '0' then (cardinality(matches) - 1)::text else level_of end);
  end loop;
  if p ->> 'sort' = 'relevance' then
    -- Of each group the best alternative counts. Written out, because ts_rank over rows of a sub-select costs ten times more.
    select string_agg(g.best, ' + ') into score from (
      select format('greatest(%s)', string_agg(format($q$%s * ts_rank('{.1,.2,.3,1}'::float4[], c.tsv, %L::tsquery)$q$, (a ->> 1)::float8, a ->> 0), ', ')) best
        from jsonb_array_elements(p -> 'terms') a group by a -> 2) g;
    score := format($q$(%1$s) * (1 + case when c.fold_title = %2$L then .5::float8 when starts_with(c.fold_title, %2$L || ' ') then .25::float8 else 0 end
      + .2::float8 * least(1, %3$s::float8 / greatest(length(c.fold_title), 1))
      + .05::float8 * coalesce(exp(-greatest(0, extract(epoch from ($2 ->> 'now')::timestamptz - c.updated)::float8 / 86400) / 730), 0))$q$, score, p ->> 'folded', length(p ->> 'folded'));
  end if;
  ordering := 'r.level, ' || case p ->> 'sort' when 'relevance' then 'r.score desc, r.fold_title' when 'title' then 'left(r.fold_title, 200) collate "C"' else 'r.updated desc nulls last' end
    || ', r.service, r.kind, r.ref';
  return format($q$select jsonb_agg(jsonb_build_array(r.service, r.kind, r.ref, d.title, d.url, r.score, r.level, r.updated) order by %1$s) from (
      select r.* from (select c.service, c.kind, c.ref, c.fold_title, c.updated, %2$s as level, %3$s as score from cand c where true %4$s) r
       order by %1$s offset ($2 ->> 'from')::int limit ($2 ->> 'size')::int) r
      join search.doc d on d.tenant_id = $1 and d.service = r.service and d.kind = r.kind and d.ref = r.ref$q$,
    ordering, level_of, score, case when facets[4] is not null then 'and c.facet_set = any(array(select a.id from answers a))' else '' end);
end $f$;

create function search.statement(p jsonb, source text, facets text[], page text) returns text language plpgsql immutable as $f$ begin
  return format($q$with %1$s,
    answers as (select s.id, s.n from s where s.fails = 0),
    listed as (
      select v.facet, v.value, sum(g.n)::int n, row_number() over (partition by v.facet order by sum(g.n) desc, v.value) place
        from (select s.fails, c.code, sum(s.n)::int n from s, unnest(s.codes) c(code) where s.fails in (%2$s) group by 1, 2) g
        join search.facet_value v on v.tenant_id = $1 and v.id = g.code
       where g.fails = 0 %3$s group by 1, 2)
    select (select sum(s.n) from s), (select sum(a.n) from answers a), %4$s, (%5$s)$q$,
    source, facets[2], facets[3], search.listed_facets(p), page);
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
    execute format('revoke all on function search.%s from public', f);
    execute format('grant execute on function search.%s to modellregion_service', f);
    execute format('alter function search.%s owner to search_owner', f);
  end loop;
  revoke create on schema search from search_owner;
end $$;
