-- Tables behind the files: the file large ones are asked from, what programs have pushed into them, and what they are about.
alter table open_data.file_version add column index_file text, add column index_bytes bigint;

-- A table into which programs write (DataStore API). It begins empty or with what the upload says, and is folded into a new base from time to time.
create table open_data.pushed_table (
  tenant_id text not null,
  distribution_id uuid not null,
  dataset_id uuid not null,
  -- The upload it has grown from; null: made by a program. When the file has a newer upload, what was pushed before no longer counts.
  version_id uuid,
  fields jsonb not null,
  primary_key text[] not null,
  -- Rows up to the last folding, as Parquet and as the file large tables are asked from, both in the file store.
  base_file text,
  base_bytes bigint,
  base_rows bigint not null,
  index_file text,
  next_row bigint not null,
  -- Raised with each change; rows carry the one that wrote them.
  revision bigint not null,
  -- Rows now, and rows of the change set.
  row_count bigint not null,
  changed_rows int not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint pushed_table_pk primary key (tenant_id, distribution_id)
);
create index pushed_table_of_dataset on open_data.pushed_table (tenant_id, dataset_id);

-- The change set: rows written since the last folding. No cells: the row is gone.
create table open_data.pushed_row (
  tenant_id text not null,
  distribution_id uuid not null,
  row_number bigint not null,
  revision bigint not null,
  cells jsonb,
  created_at timestamptz not null,
  constraint pushed_row_pk primary key (tenant_id, distribution_id, row_number),
  constraint pushed_row_table_fk foreign key (tenant_id, distribution_id) references open_data.pushed_table (tenant_id, distribution_id) on delete cascade
);
create index pushed_row_newest on open_data.pushed_row (tenant_id, distribution_id, revision);

-- What the columns of a published table are like, for people who look for a table by what is in it.
create table open_data.table_profile (
  tenant_id text not null,
  distribution_id uuid not null,
  -- Upload and revision of what was pushed, of which this is true.
  version_id uuid,
  revision bigint not null,
  row_count bigint not null,
  fields jsonb not null,
  created_at timestamptz not null,
  constraint table_profile_pk primary key (tenant_id, distribution_id)
);

do $$ declare t text; begin
  foreach t in array array['pushed_table', 'pushed_row', 'table_profile'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
