-- Every match is read once: counted, tried against the choice and ranked in the same scan; and records say by what their facets are counted.

-- Ids of facet values, or of combinations of them in facet_set: first the facets that are counted together (0: none), then each of the others.
-- Null: all values, each by itself. A catalogue in which nearly every record has a combination of its own counts three ids instead of eight.
alter table search.doc add column counted bigint[];
alter table search.facet_set add column counted bigint[];
comment on column search.facet_set.ndoc is 'Records with exactly this combination; 0 for one that only occurs as a part of others.';

drop function search.few(text, text[], bigint), search.many(text, text, jsonb, text[], bigint), search.all_sets(text, text[]),
  search.page_of_all(jsonb, text, text[]), search.page_of_matches(jsonb, text[], text[]), search.statement(jsonb, text, text[], text), search.facet_parts(jsonb);

-- 1: true for what answers every choice; 2: 0 for these, the bit of the choice for what fails just one, null for what fails more;
-- 3: which counts belong to a facet; 4: null without choice. For rows with `codes` under the alias `t`.
-- A facet ignores its own choice: a record counts when it fails no choice, or only that of the facet counted.
create function search.choice(p jsonb, t text) returns text[] language plpgsql immutable as $f$
declare passes text := 'true'; sum text := '0'; few text := ''; own text := ''; bit bigint := 1; name text; has text;
begin
  for name in select jsonb_object_keys(p -> 'chosen') loop
    has := format('%s.codes && %L::bigint[]', t, array(select v::bigint from jsonb_array_elements_text(p -> 'chosen' -> name) v));
    passes := passes || ' and ' || has;
    sum := sum || format(' + case when %s then 0 else %s end', has, bit);
    few := few || format(' when %1$s then %1$s', bit);
    own := own || format(' or (g.fails = %s and v.facet = %L)', bit, name);
    bit := bit * 2;
  end loop;
  return array[passes, case when bit > 1 then format('case %s when 0 then 0%s end', sum, few) else '0' end, own, case when bit > 1 then 'chosen' end];
end $f$;

-- `s`: what facets are counted by, with the number of records and the choice they fail. `cand`: what is put in order.

-- How many matches are read once, for counting and ranking together: with a choice more, because only what answers it is ranked.
create function search.most_at_once(p jsonb) returns bigint language sql immutable as $f$
  select (p ->> 'candidates')::bigint * case when p -> 'chosen' = '{}' then 1 else 4 end
$f$;

-- What the planner expects of a match: right within a few percent for the common words that matter here. Volatile only because others may not explain.
create function search.expected(source text, p_tenant text) returns bigint language plpgsql volatile as $f$
declare plan json;
begin
  execute 'explain (format json) select ' || source into plan using p_tenant;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric::bigint;
end $f$;

-- All matches, when they are few enough to rank each of them. Ranked in the scan, so that no text vector is carried on.
create function search.few(p jsonb, matches text[], source text) returns text language plpgsql immutable as $f$
declare choice constant text[] := search.choice(p, 'd');
begin
  return format($q$cand as materialized (select %1$s %2$s limit %3$s),
    s as not materialized (select c.counted, 1 as n, c.fails from cand c)$q$, search.columns(p, matches, choice), source, search.most_at_once(p) + 1);
end $f$;

-- With very many matches all are counted and only some are ranked: exact titles, then titles that match, then others.
create function search.many(p jsonb, matches text[], source text, whole text) returns text language plpgsql immutable as $f$
declare
  most constant bigint := (p ->> 'candidates')::bigint;
  choice constant text[] := search.choice(p, 'd');
  columns constant text := search.columns(p, matches, choice);
  answering constant text := source || ' and ' || choice[1];
  same_title constant text := format('left(d.fold_title, 200) collate "C" = left(%L, 200)', p ->> 'folded');
  in_title constant text := format($q$ts_filter(d.tsv, '{a}') @@ %L::tsquery$q$, whole);
begin
  return format($q$s as materialized (select any_value(coalesce(d.counted, d.codes)) as counted, count(*)::int n, %1$s as fails %2$s group by d.facet_set, 3), cand as materialized (%3$s)$q$,
    choice[2], source,
    case when p ->> 'sort' <> 'relevance' then format('select %s %s', columns, answering) else format($q$
      (select %1$s %2$s and %3$s limit 100) union all
      (select %1$s %5$s and not (%3$s) limit %6$s) union all
      (select %1$s %2$s and not (%4$s) and not (%3$s) limit %7$s)$q$,
      columns, answering, same_title, in_title, replace(answering, format('d.tsv @@ %L::tsquery', whole), in_title), most / 2, most / 8) end);
end $f$;

-- What is kept of a match `d`.
create function search.columns(p jsonb, matches text[], choice text[]) returns text language plpgsql immutable as $f$
declare level text := '0'; score text := '0';
begin
  for i in reverse cardinality(matches) - 1 .. 1 loop
    level := format('case when d.tsv @@ %L::tsquery then %s else %s end', matches[i], i - 1, case when level = '0' then (cardinality(matches) - 1)::text else level end);
  end loop;
  if p ->> 'sort' = 'relevance' then score := format('case when %s then %s else 0 end', choice[1], search.score(p)); end if;
  return format('d.service, d.kind, d.ref, d.fold_title, d.updated, coalesce(d.counted, d.codes) as counted, %s as fails, %s as level, %s as score', choice[2], level, score);
end $f$;

create function search.score(p jsonb) returns text language plpgsql immutable as $f$
declare score text;
begin
  -- Of each group the best alternative counts. Written out, because ts_rank over rows of a sub-select costs ten times more.
  select string_agg(g.best, ' + ') into score from (
    select format('greatest(%s)', string_agg(format($q$%s * ts_rank('{.1,.2,.3,1}'::float4[], d.tsv, %L::tsquery)$q$, (a ->> 1)::float8, a ->> 0), ', ')) best
      from jsonb_array_elements(p -> 'terms') a group by a -> 2) g;
  return format($q$(%1$s) * (1 + case when d.fold_title = %2$L then .5::float8 when starts_with(d.fold_title, %2$L || ' ') then .25::float8 else 0 end
    + .2::float8 * least(1, %3$s::float8 / greatest(length(d.fold_title), 1))
    + .05::float8 * coalesce(exp(-greatest(0, extract(epoch from %4$L::timestamptz - d.updated)::float8 / 86400) / 730), 0))$q$, score, p ->> 'folded', length(p ->> 'folded'), p ->> 'now');
end $f$;

create function search.page_of_matches(p jsonb) returns text language plpgsql immutable as $f$
declare
  ordering constant text := 'r.level, ' || case p ->> 'sort' when 'relevance' then 'r.score desc, r.fold_title' when 'title' then 'left(r.fold_title, 200) collate "C"' else 'r.updated desc nulls last' end
    || ', r.service, r.kind, r.ref';
begin
  return format($q$select jsonb_agg(jsonb_build_array(r.service, r.kind, r.ref, d.title, d.url, r.score, r.level, r.updated) order by %1$s) from (
      select r.service, r.kind, r.ref, r.fold_title, r.updated, r.level, r.score from cand r where r.fails = 0
       order by %1$s offset ($2 ->> 'from')::int limit ($2 ->> 'size')::int) r
      join search.doc d on d.tenant_id = $1 and d.service = r.service and d.kind = r.kind and d.ref = r.ref$q$, ordering);
end $f$;

-- A choice without words: counted over the combinations, whose number is at most that of the records.
create function search.all_sets(p jsonb, scope text) returns text language plpgsql immutable as $f$
begin
  return format('s as materialized (select coalesce(f.counted, f.codes) as counted, f.ndoc as n, %s as fails from search.facet_set f where f.tenant_id = $1 and f.ndoc > 0%s)',
    (search.choice(p, 'f'))[2], scope);
end $f$;

create function search.page_of_all(p jsonb, scope text) returns text language plpgsql immutable as $f$
declare
  ordering constant text := case when p ->> 'sort' = 'title' then 'left(d.fold_title, 200) collate "C"' else 'd.updated desc nulls last' end || ', d.service, d.kind, d.ref';
begin
  return format($q$select jsonb_agg(jsonb_build_array(d.service, d.kind, d.ref, d.title, d.url, 0, 0, d.updated) order by %1$s) from (
      select d.* from search.doc d where d.tenant_id = $1 %2$s and %3$s order by %1$s offset ($2 ->> 'from')::int limit ($2 ->> 'size')::int) d$q$,
    ordering, scope, (search.choice(p, 'd'))[1]);
end $f$;

-- Ids are counted first and opened to their values then: there are far fewer of them than of records.
create function search.statement(p jsonb, source text, page text) returns text language plpgsql immutable as $f$ begin
  return format($q$with %1$s,
    listed as (
      select v.facet, v.value, sum(g.n)::int n, row_number() over (partition by v.facet order by sum(g.n) desc, v.value) place
        from (select u.fails, o.code, sum(u.n) n
                from (select x.fails, x.id, sum(x.n) n from (select s.fails, s.n, unnest(s.counted) id from s where s.fails is not null) x group by 1, 2) u
                left join search.facet_set f on f.tenant_id = $1 and f.id = u.id
                cross join unnest(coalesce(f.codes, array[u.id])) o(code) group by 1, 2) g
        join search.facet_value v on v.tenant_id = $1 and v.id = g.code
       where g.fails = 0 %2$s group by 1, 2)
    select t.matched, t.total, %3$s, (%4$s) from (select sum(s.n) matched, sum(s.n) filter (where s.fails = 0) total from s) t$q$,
    source, (search.choice(p, 's'))[3], search.listed_facets(p), page);
end $f$;

-- Whoever owns the function replaces it.
grant create on schema search to search_owner;
set local role search_owner;
create or replace function search.run(p_tenant text, p jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, search, pg_temp as $f$
declare
  most constant bigint := search.most_at_once(p);
  is_small constant boolean := coalesce((select s.documents <= most from search.state s where s.tenant_id = p_tenant), true);
  level_count constant int := jsonb_array_length(p -> 'levels');
  scope constant text := search.scope(p, 'd');
  matches text[] := '{}'; level int := 0; whole text; source text; matched bigint; total bigint; facets jsonb; hits jsonb;
begin
  perform search.refuse_other_tenant(p_tenant);
  if level_count = 0 and p -> 'chosen' = '{}' then
    execute search.statement_of_all(p, search.scope(p, 'f'), search.page_of_all(p, scope)) into matched, total, facets, hits using p_tenant, p;
  elsif level_count = 0 then
    execute search.statement(p, search.all_sets(p, search.scope(p, 'f')), search.page_of_all(p, scope)) into matched, total, facets, hits using p_tenant, p;
  end if;
  while level < level_count loop
    level := level + 1;
    matches[level] := (p -> 'levels' -> (level - 1) ->> 'match')::tsquery::text;
    whole := array_to_string(matches, ' | ');
    source := format('from search.doc d where d.tenant_id = $1 and d.tsv @@ %L::tsquery', whole) || scope;
    matched := (p -> 'levels' -> (level - 1) ->> 'least')::bigint;
    if matched <= most and not is_small then matched := search.expected(source, p_tenant); end if;
    if matched <= most then
      execute search.statement(p, search.few(p, matches, source), search.page_of_matches(p)) into matched, total, facets, hits using p_tenant, p;
    end if;
    if matched > most then
      execute search.statement(p, search.many(p, matches, source, whole), search.page_of_matches(p)) into matched, total, facets, hits using p_tenant, p;
    end if;
    exit when matched >= (p -> 'levels' -> (level - 1) ->> 'enough')::int;
  end loop;
  return jsonb_build_object('total', coalesce(total, 0), 'level', level, 'hits', coalesce(hits, '[]'), 'facets', coalesce(facets, '{}'));
end $f$;
reset role;
revoke create on schema search from search_owner;
