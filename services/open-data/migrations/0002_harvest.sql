-- Each run of a source leaves a report; each record of a run has one line in it, so that a repeated run counts nothing twice.
create table open_data.harvest_run (
  tenant_id text not null,
  id uuid not null,
  source_id uuid not null,
  state text not null check (state in ('running', 'done', 'failed')),
  -- The refusal of the whole run, when it failed.
  refusal jsonb,
  expected int,
  -- Pages that are finished: a run that was killed goes on behind them.
  next_page text,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint harvest_run_pk primary key (tenant_id, id),
  constraint harvest_run_source_fk foreign key (tenant_id, source_id) references open_data.source (tenant_id, id)
);
create index harvest_run_newest on open_data.harvest_run (tenant_id, source_id, created_at desc);

create table open_data.harvest_item (
  tenant_id text not null,
  run_id uuid not null,
  source_key text not null,
  outcome text not null check (outcome in ('added', 'changed', 'unchanged', 'removed', 'refused', 'returned')),
  title text not null default '',
  notes jsonb not null default '[]',
  dataset_id uuid,
  -- The page of the source that delivered it.
  page text not null default '',
  created_at timestamptz not null,
  constraint harvest_item_pk primary key (tenant_id, run_id, source_key),
  constraint harvest_item_run_fk foreign key (tenant_id, run_id) references open_data.harvest_run (tenant_id, id) on delete cascade
);
create index harvest_item_outcome on open_data.harvest_item (tenant_id, run_id, outcome);

-- What a source delivered and we could not take, until it delivers something better.
create table open_data.quarantine (
  tenant_id text not null,
  source_id uuid not null,
  source_key text not null,
  title text not null,
  reasons jsonb not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  constraint quarantine_pk primary key (tenant_id, source_id, source_key),
  constraint quarantine_source_fk foreign key (tenant_id, source_id) references open_data.source (tenant_id, id) on delete cascade
);

-- What a page of a source looked like when it was last read to the end: byte for byte the same page needs no second reading.
create table open_data.harvest_page (
  tenant_id text not null,
  source_id uuid not null,
  page text not null,
  digest text not null,
  run_id uuid not null,
  expected int,
  next_page text,
  created_at timestamptz not null,
  constraint harvest_page_pk primary key (tenant_id, source_id, page),
  constraint harvest_page_source_fk foreign key (tenant_id, source_id) references open_data.source (tenant_id, id) on delete cascade
);

do $$ declare t text; begin
  foreach t in array array['harvest_run', 'harvest_item', 'harvest_page', 'quarantine'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
