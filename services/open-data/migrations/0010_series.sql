-- Series and data services of the town's own stand beside harvested ones: those have a source, these a name in the address.
alter table open_data.dataset_series
  alter column source_id drop not null,
  alter column source_key drop not null,
  add column name text check (name ~ '^[a-z0-9][a-z0-9_-]*$'),
  add column organisation_id uuid,
  add column changed_at timestamptz,
  add constraint dataset_series_name_key unique (tenant_id, name),
  add constraint dataset_series_organisation_fk foreign key (tenant_id, organisation_id) references open_data.organisation (tenant_id, id),
  add constraint dataset_series_origin check ((source_id is null) = (name is not null) and (name is null) = (organisation_id is null));

alter table open_data.data_service
  alter column source_id drop not null,
  alter column source_key drop not null,
  add column name text check (name ~ '^[a-z0-9][a-z0-9_-]*$'),
  add column organisation_id uuid,
  add column changed_at timestamptz,
  add constraint data_service_name_key unique (tenant_id, name),
  add constraint data_service_organisation_fk foreign key (tenant_id, organisation_id) references open_data.organisation (tenant_id, id),
  add constraint data_service_origin check ((source_id is null) = (name is not null) and (name is null) = (organisation_id is null));

-- Which datasets a series holds, in its order: positions grow, gaps do not matter.
create table open_data.series_member (
  tenant_id text not null,
  series_id uuid not null,
  dataset_id uuid not null,
  position int not null,
  created_at timestamptz not null,
  constraint series_member_pk primary key (tenant_id, series_id, dataset_id),
  constraint series_member_series_fk foreign key (tenant_id, series_id) references open_data.dataset_series (tenant_id, id) on delete cascade,
  constraint series_member_dataset_fk foreign key (tenant_id, dataset_id) references open_data.dataset (tenant_id, id) on delete cascade
);
create index series_member_of on open_data.series_member (tenant_id, dataset_id);

-- Which datasets a data service of the town's own serves.
create table open_data.service_dataset (
  tenant_id text not null,
  service_id uuid not null,
  dataset_id uuid not null,
  created_at timestamptz not null,
  constraint service_dataset_pk primary key (tenant_id, service_id, dataset_id),
  constraint service_dataset_service_fk foreign key (tenant_id, service_id) references open_data.data_service (tenant_id, id) on delete cascade,
  constraint service_dataset_dataset_fk foreign key (tenant_id, dataset_id) references open_data.dataset (tenant_id, id) on delete cascade
);
create index service_dataset_of on open_data.service_dataset (tenant_id, dataset_id);

do $$ declare t text; begin
  foreach t in array array['series_member', 'service_dataset'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
