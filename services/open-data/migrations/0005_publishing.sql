-- The town publishes itself: drafts beside what is published, uploads as versions, and a trace of each change.
create table open_data.organisation_member (
  tenant_id text not null,
  organisation_id uuid not null,
  account_id uuid not null,
  capacity text not null check (capacity in ('admin', 'editor', 'member')),
  created_at timestamptz not null,
  constraint organisation_member_pk primary key (tenant_id, organisation_id, account_id),
  constraint organisation_member_organisation_fk foreign key (tenant_id, organisation_id) references open_data.organisation (tenant_id, id) on delete cascade
);
create index organisation_member_of on open_data.organisation_member (tenant_id, account_id);

-- A dataset that is being written: `id` is that of the dataset it becomes or already is.
create table open_data.draft (
  tenant_id text not null,
  id uuid not null,
  -- Wished short name in the address; null: made from the title on publication.
  name text check (name ~ '^[a-z0-9][a-z0-9_-]*$'),
  organisation_id uuid not null,
  -- DCAT-AP.de description as far as it is written.
  document jsonb not null,
  state text not null check (state in ('draft', 'checking', 'deciding', 'accepted', 'returned', 'refused')),
  -- Raised with each saving: who saves an older one is told what has changed meanwhile.
  revision int not null,
  -- Digest of the published description it was begun from; null for a new dataset.
  based_on text,
  -- Earliest moment of publication, once accepted.
  release_at timestamptz,
  created_by uuid,
  changed_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint draft_pk primary key (tenant_id, id),
  constraint draft_organisation_fk foreign key (tenant_id, organisation_id) references open_data.organisation (tenant_id, id)
);
create index draft_by_state on open_data.draft (tenant_id, state, changed_at desc);
create index draft_by_organisation on open_data.draft (tenant_id, organisation_id);

-- What happened to a dataset of the town's own, description included. Stays when the dataset is gone: its tombstone.
create table open_data.dataset_change (
  tenant_id text not null,
  id uuid not null,
  dataset_id uuid not null,
  revision int not null,
  kind text not null check (kind in ('published', 'changed', 'withdrawn', 'deleted')),
  name text not null,
  title text not null,
  document jsonb not null,
  note text not null default '',
  made_by uuid,
  created_at timestamptz not null,
  constraint dataset_change_pk primary key (tenant_id, id),
  constraint dataset_change_revision_key unique (tenant_id, dataset_id, revision)
);
create index dataset_change_newest on open_data.dataset_change (tenant_id, created_at desc, id);
create index dataset_change_by_name on open_data.dataset_change (tenant_id, name, revision desc);

-- Each upload to a file (distribution) is a version that keeps its address. No foreign key: drafts have files before they have datasets.
create table open_data.file_version (
  tenant_id text not null,
  id uuid not null,
  distribution_id uuid not null,
  dataset_id uuid not null,
  number int not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  byte_size bigint not null,
  state text not null check (state in ('waiting', 'loading', 'ready', 'refused', 'deleted')),
  -- What was found in the file, and what a person has decided about it.
  inspection jsonb,
  choices jsonb not null default '{}',
  -- Why it is no table, for files that are none; why it could not be taken, when refused.
  refusal jsonb,
  -- The typed copy as Parquet, in the file store; null for what is no table.
  table_file text,
  table_bytes bigint,
  fields jsonb,
  row_count bigint,
  rejected_count bigint,
  -- Lines that did not fit, as CSV in the file store.
  rejected_file text,
  note text not null default '',
  uploaded_by uuid,
  created_at timestamptz not null,
  published_at timestamptz,
  constraint file_version_pk primary key (tenant_id, id),
  constraint file_version_number_key unique (tenant_id, distribution_id, number)
);
create index file_version_of_dataset on open_data.file_version (tenant_id, dataset_id, created_at desc);
create index file_version_published on open_data.file_version (tenant_id, published_at desc) where published_at is not null;

alter table open_data.distribution add column version_id uuid;

do $$ declare t text; begin
  foreach t in array array['organisation_member', 'draft', 'dataset_change', 'file_version'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
