-- Whether the catalogue has changed must be told without counting it: the newest change by an index, and what was deleted by a number.
create index dataset_changed on open_data.dataset (tenant_id, changed_at desc);
create table open_data.catalogue_deletion (
  tenant_id text not null,
  deletions bigint not null,
  created_at timestamptz not null,
  constraint catalogue_deletion_pk primary key (tenant_id)
);
select platform.protect('open_data.catalogue_deletion');
select platform.distribute('open_data.catalogue_deletion');
