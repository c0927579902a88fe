-- What differs between two uploads of a file, counted once; and uploads that were taken away, with the reason people read in their place.
alter table open_data.file_version
  add column deleted_reason text,
  add column deleted_at timestamptz;

create table open_data.version_difference (
  tenant_id text not null,
  version_id uuid not null,
  from_id uuid not null,
  difference jsonb not null,
  created_at timestamptz not null,
  constraint version_difference_pk primary key (tenant_id, version_id, from_id),
  constraint version_difference_version_fk foreign key (tenant_id, version_id) references open_data.file_version (tenant_id, id) on delete cascade,
  constraint version_difference_from_fk foreign key (tenant_id, from_id) references open_data.file_version (tenant_id, id) on delete cascade
);
select platform.protect('open_data.version_difference');
select platform.distribute('open_data.version_difference');
