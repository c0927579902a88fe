-- Names and references of files; their bytes lie in the file store, named by their content. A file is there as long as a row names it.
create table platform.file (
  tenant_id text not null,
  id uuid not null,
  service text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  size bigint not null check (size >= 0),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index on platform.file (tenant_id, sha256);
select platform.protect('platform.file', 'modellregion_service');
-- A service sees its own files only; the platform sees all of a town's, for the sweep.
create policy own_files on platform.file as restrictive to modellregion_service
  using (current_user in ('svc_' || replace(service, '-', '_'), 'svc_platform'))
  with check (current_user in ('svc_' || replace(service, '-', '_'), 'svc_platform'));
revoke update on platform.file from modellregion_service;
select platform.distribute('platform.file');
