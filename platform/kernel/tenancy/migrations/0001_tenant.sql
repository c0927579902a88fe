-- The towns of this installation. A shared table: read by every service, written by the operator's console only.
create table platform.tenant (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  kind text not null,
  name text not null,
  ags text not null check (ags ~ '^[0-9]{8}$'),
  postcodes text[] not null default '{}',
  locales text[] not null default '{de,en,de-x-leicht}',
  address_form text not null default 'sie' check (address_form in ('sie', 'du')),
  gender text not null default 'neutral' check (gender in ('neutral', 'pair', 'star', 'colon')),
  brand jsonb not null,
  contact jsonb not null,
  services text[] not null default '{}',
  service_names jsonb not null default '{}',
  words jsonb not null default '{}',
  invented boolean not null default false,
  created_at timestamptz not null
);
create table platform.tenant_host (
  host text primary key,
  tenant_id text not null references platform.tenant (id) on delete cascade
);
create index on platform.tenant_host (tenant_id);
grant select on platform.tenant, platform.tenant_host to modellregion_service, modellregion_app;
grant insert, update, delete on platform.tenant, platform.tenant_host to svc_platform;
