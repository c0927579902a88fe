-- What a visitor sees of a file before downloading it: computed once, when the portal takes its copy.
create table open_data.file_preview (
  tenant_id text not null,
  distribution_id uuid not null,
  stored_file text not null,
  -- Either the first rows or the reason why there are none.
  preview jsonb,
  refusal jsonb,
  created_at timestamptz not null,
  constraint file_preview_pk primary key (tenant_id, distribution_id),
  constraint file_preview_distribution_fk foreign key (tenant_id, distribution_id) references open_data.distribution (tenant_id, id) on delete cascade
);
select platform.protect('open_data.file_preview');
select platform.distribute('open_data.file_preview');
