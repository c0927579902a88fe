-- One German search for all services: documents, the words they are made of, and functions that may use the indexes under row level security.
create extension if not exists pg_trgm;
create schema search;

-- Full-text operators are not leakproof, so under a tenant policy the planner must not use their indexes. The functions below belong to
-- a role of their own that may read all rows; each names the tenant itself and refuses any other than that of the transaction.
do $$ begin
  begin
    if not exists (select from pg_roles where rolname = 'search_owner') then create role search_owner nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end;
  begin
    if not pg_has_role(current_user, 'search_owner', 'set') then
      execute format('grant search_owner to %I with inherit false, set true', current_user);
    end if;
  exception when unique_violation or internal_error then null;  -- another database of this server grants the same at this moment
  end;
end $$;

-- Texts arrive folded and stemmed by the application: the same lexemes on every PostgreSQL version, locale and platform.
create table search.doc (
  tenant_id  text not null check (tenant_id <> ''),
  service    text not null,
  kind       text not null,
  ref        text not null,
  audience   text not null,
  title      text not null,
  keywords   text not null,
  holder     text not null,
  body       text not null,
  url        text not null,
  updated    timestamptz,
  facet_set  bigint not null,
  codes      bigint[] not null,
  fold_title text not null,
  tsv        tsvector not null,
  digest     text not null,
  primary key (tenant_id, service, kind, ref)
);
-- Every search reads the list of rows not yet sorted in: a short one keeps searches fast while a catalogue is being harvested.
create index doc_tsv on search.doc using gin (tsv) with (gin_pending_list_limit = 512);
create index doc_title_tsv on search.doc using gin ((ts_filter(tsv, '{a}'))) with (gin_pending_list_limit = 512);
create index doc_newest on search.doc (tenant_id, updated desc nulls last, service, kind, ref);
create index doc_newest_of_kind on search.doc (tenant_id, service, kind, updated desc nulls last, ref);
create index doc_fold_title on search.doc (tenant_id, left(fold_title, 200) collate "C");
comment on table search.doc is 'What can be found: one row per record of a service. Readable directly by its own service only.';

-- Each distinct combination of facet values, with the number of its documents: facets of very many hits are counted per combination
-- instead of per hit.
create table search.facet_set (
  tenant_id text not null,
  id        bigint not null,
  service   text not null,
  kind      text not null,
  audience  text not null,
  codes     bigint[] not null,
  ndoc      int not null,
  primary key (tenant_id, id)
);

-- Ids are hashes made by the application, so that nobody has to look them up before writing.
create table search.facet_value (
  tenant_id text not null,
  id        bigint not null,
  facet     text not null,
  value     text not null,
  primary key (tenant_id, id)
);

-- Documents per value: what a page without a query shows, without counting. Id 0 counts all documents of the kind.
create table search.facet_count (
  tenant_id text not null,
  service   text not null,
  kind      text not null,
  audience  text not null,
  id        bigint not null,
  ndoc      int not null,
  primary key (tenant_id, service, kind, audience, id)
);

create table search.word (
  tenant_id text not null,
  word      text collate "C" not null,
  stem      text collate "C" not null,
  surface   text not null,
  ndoc      int not null,
  nholder   int not null,
  primary key (tenant_id, word)
);
create index word_trigram on search.word using gin (word gin_trgm_ops);
create index word_stem on search.word (tenant_id, stem);
comment on table search.word is 'Words of public texts only: they are shown in suggestions and corrections.';

create table search.state (
  tenant_id text primary key,
  documents int not null
);

create table search.synonym (
  tenant_id text not null,
  term      text not null,
  alt       text not null,
  term_key  text not null,
  removed   boolean not null,
  primary key (tenant_id, term_key, alt)
);
comment on table search.synonym is 'The town''s own synonyms, and shipped ones it does not want (removed).';

create table search.missed (
  tenant_id text not null,
  day       date not null,
  q         text not null,
  hits      int not null,
  n         int not null,
  primary key (tenant_id, day, q)
);
comment on table search.missed is 'Searches that found little, counted per day. No person, address, login or time of day.';

do $$ declare t text; begin
  foreach t in array array['doc', 'facet_set', 'facet_value', 'facet_count', 'word', 'state', 'synonym', 'missed'] loop
    perform platform.protect('search.' || t);
    perform platform.distribute('search.' || t);
  end loop;
end $$;
create policy own_service on search.doc as restrictive to modellregion_service
  using (current_user = 'svc_' || replace(service, '-', '_')) with check (current_user = 'svc_' || replace(service, '-', '_'));

grant usage on schema search to modellregion_service, search_owner;
grant select on search.doc, search.facet_set, search.facet_value, search.facet_count, search.word, search.state, search.synonym to search_owner;
create policy search_reads on search.doc for select to search_owner using (true);
create policy search_reads on search.facet_set for select to search_owner using (true);
create policy search_reads on search.facet_value for select to search_owner using (true);
create policy search_reads on search.facet_count for select to search_owner using (true);
create policy search_reads on search.word for select to search_owner using (true);
create policy search_reads on search.state for select to search_owner using (true);
create policy search_reads on search.synonym for select to search_owner using (true);

create function search.refuse_other_tenant(wanted text) returns void language plpgsql stable as $f$ begin
  if wanted is null or wanted = '' or wanted is distinct from current_setting('app.tenant', true) then
    raise exception 'search: not the tenant of this transaction' using errcode = 'insufficient_privilege';
  end if;
end $f$;
