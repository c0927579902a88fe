-- Roles for a time, handed on while somebody is absent, given by two people where they are powerful, and looked through twice a year.
alter table platform.role_grant add column valid_until timestamptz;
-- Who decided: an administrator in the console, two of them, or the staff directory of the town.
alter table platform.role_grant add column source text not null default 'console' check (source in ('console', 'four-eyes', 'directory'));
alter table platform.role_grant add column reason text not null default '' check (length(reason) <= 500);
alter table platform.role_grant add column reviewed_at timestamptz;
alter table platform.role_grant add column reviewed_by uuid;

-- A role in the hands of a colleague. It counts only while whoever handed it on holds it.
create table platform.role_delegation (
  tenant_id text not null,
  id uuid not null,
  account_id uuid not null,
  delegated_from uuid not null,
  role text not null check (role ~ '^[a-z][a-z0-9-]*$'),
  organisation text not null default '',
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  reason text not null check (length(reason) <= 500),
  ended_at timestamptz,
  ended_by uuid,
  reviewed_at timestamptz,
  reviewed_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check (valid_from < valid_until and account_id <> delegated_from),
  foreign key (tenant_id, account_id) references platform.account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, delegated_from) references platform.account (tenant_id, id) on delete cascade
);
create index role_delegation_account on platform.role_delegation (tenant_id, account_id) where ended_at is null;
create index role_delegation_from on platform.role_delegation (tenant_id, delegated_from);

-- A powerful role waits here until a second person has confirmed it.
create table platform.role_request (
  tenant_id text not null,
  id uuid not null,
  account_id uuid not null,
  role text not null check (role ~ '^[a-z][a-z0-9-]*$'),
  organisation text not null default '',
  -- Both are set when a role is handed on for a time and not given.
  delegated_from uuid,
  valid_from timestamptz,
  valid_until timestamptz,
  reason text not null default '' check (length(reason) <= 500),
  source text not null default 'console' check (source in ('console', 'directory')),
  requested_by uuid,
  expires_at timestamptz not null,
  decision text check (decision in ('confirmed', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references platform.account (tenant_id, id) on delete cascade
);
-- The same wish waits once.
create unique index role_request_open on platform.role_request (tenant_id, account_id, role, organisation) where decision is null;

do $$ begin
  perform platform.protect('platform.role_delegation', 'svc_platform');
  perform platform.protect('platform.role_request', 'svc_platform');
  perform platform.distribute('platform.role_delegation');
  perform platform.distribute('platform.role_request');
end $$;
