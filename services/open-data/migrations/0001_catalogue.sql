-- The catalogue: who publishes, where it comes from, what there is.
create table open_data.organisation (
  tenant_id text not null,
  id uuid not null,
  name text not null check (name ~ '^[a-z0-9][a-z0-9_-]*$'),
  title text not null,
  description text not null default '',
  homepage text,
  email text,
  uri text,
  created_at timestamptz not null,
  constraint organisation_pk primary key (tenant_id, id),
  constraint organisation_name_key unique (tenant_id, name)
);

create table open_data.source (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  title text not null,
  kind text not null check (kind in ('dcat', 'ckan', 'csv-list')),
  url text not null,
  options jsonb not null default '{}',
  removal text not null default 'withdraw' check (removal in ('withdraw', 'delete', 'keep')),
  paused boolean not null default false,
  created_at timestamptz not null,
  constraint source_pk primary key (tenant_id, id),
  constraint source_name_key unique (tenant_id, name)
);

create table open_data.dataset (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  source_id uuid,
  source_key text,
  title text not null,
  -- First sentences, for lists: the whole description lies in the document.
  summary text not null,
  document jsonb not null,
  digest text not null,
  organisation_id uuid not null,
  theme text[] not null,
  format text[] not null,
  licence text[] not null,
  high_value boolean not null,
  points smallint not null,
  modified timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  seen_in uuid,
  constraint dataset_pk primary key (tenant_id, id),
  constraint dataset_name_key unique (tenant_id, name),
  constraint dataset_source_key unique (tenant_id, source_id, source_key),
  constraint dataset_organisation_fk foreign key (tenant_id, organisation_id) references open_data.organisation (tenant_id, id),
  constraint dataset_source_fk foreign key (tenant_id, source_id) references open_data.source (tenant_id, id)
);
create index dataset_newest on open_data.dataset (tenant_id, changed_at desc, id) where withdrawn_at is null;
create index dataset_by_organisation on open_data.dataset (tenant_id, organisation_id) where withdrawn_at is null;
create index dataset_by_source on open_data.dataset (tenant_id, source_id);

create table open_data.distribution (
  tenant_id text not null,
  id uuid not null,
  dataset_id uuid not null,
  position smallint not null,
  title text not null,
  url text not null,
  format text not null,
  media_type text not null,
  licence text not null,
  byte_size bigint,
  -- SHA-256 of the copy this portal keeps, when it keeps one; only then there is a preview.
  stored_file text,
  created_at timestamptz not null,
  constraint distribution_pk primary key (tenant_id, id),
  constraint distribution_position_key unique (tenant_id, dataset_id, position),
  constraint distribution_dataset_fk foreign key (tenant_id, dataset_id) references open_data.dataset (tenant_id, id) on delete cascade
);

create table open_data.data_service (
  tenant_id text not null,
  id uuid not null,
  source_id uuid not null,
  source_key text not null,
  title text not null,
  document jsonb not null,
  seen_in uuid,
  created_at timestamptz not null,
  constraint data_service_pk primary key (tenant_id, id),
  constraint data_service_source_key unique (tenant_id, source_id, source_key),
  constraint data_service_source_fk foreign key (tenant_id, source_id) references open_data.source (tenant_id, id)
);

create table open_data.dataset_series (
  tenant_id text not null,
  id uuid not null,
  source_id uuid not null,
  source_key text not null,
  title text not null,
  document jsonb not null,
  seen_in uuid,
  created_at timestamptz not null,
  constraint dataset_series_pk primary key (tenant_id, id),
  constraint dataset_series_source_key unique (tenant_id, source_id, source_key),
  constraint dataset_series_source_fk foreign key (tenant_id, source_id) references open_data.source (tenant_id, id)
);

create table open_data.showcase (
  tenant_id text not null,
  id uuid not null,
  name text not null,
  title text not null,
  description text not null,
  url text not null,
  author text not null,
  kind text not null,
  published_at timestamptz,
  created_at timestamptz not null,
  constraint showcase_pk primary key (tenant_id, id),
  constraint showcase_name_key unique (tenant_id, name)
);
create table open_data.showcase_dataset (
  tenant_id text not null,
  showcase_id uuid not null,
  dataset_id uuid not null,
  created_at timestamptz not null,
  constraint showcase_dataset_pk primary key (tenant_id, showcase_id, dataset_id),
  constraint showcase_dataset_showcase_fk foreign key (tenant_id, showcase_id) references open_data.showcase (tenant_id, id) on delete cascade,
  constraint showcase_dataset_dataset_fk foreign key (tenant_id, dataset_id) references open_data.dataset (tenant_id, id) on delete cascade
);
create index on open_data.showcase_dataset (tenant_id, dataset_id);

do $$ declare t text; begin
  foreach t in array array['organisation', 'source', 'dataset', 'distribution', 'data_service', 'dataset_series', 'showcase', 'showcase_dataset'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
