-- What the OpenID Connect provider keeps: sessions, codes, grants, tokens (by the hash of their value), its keys, its clients.
create table citizen_id.artifact (
  tenant_id text not null,
  kind text not null,
  id_hash text not null,
  payload jsonb not null,
  account_id uuid,
  client_id text,
  grant_id text,
  uid text,
  consumed_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, kind, id_hash)
);
create index artifact_grant on citizen_id.artifact (tenant_id, grant_id) where grant_id is not null;
create index artifact_uid on citizen_id.artifact (tenant_id, kind, uid) where uid is not null;
create index artifact_account on citizen_id.artifact (tenant_id, account_id, kind) where account_id is not null;
create index artifact_expiry on citizen_id.artifact (tenant_id, expires_at) where expires_at is not null;

-- Which session of the provider stands behind the `sid` of an identity token.
create table citizen_id.client_session (
  tenant_id text not null,
  sid text not null,
  session_uid text not null,
  client_id text not null,
  created_at timestamptz not null,
  primary key (tenant_id, sid)
);
create index client_session_uid on citizen_id.client_session (tenant_id, session_uid);

-- Signing keys of a town, encrypted. `next` is published before it signs, `retired` is published until nothing signed by it is valid.
create table citizen_id.signing_key (
  tenant_id text not null,
  kid text not null,
  algorithm text not null check (algorithm in ('RS256', 'ES256', 'EdDSA')),
  state text not null check (state in ('next', 'active', 'retired')),
  sealed text not null,
  activated_at timestamptz,
  retired_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, kid)
);

-- Foreign services that sign people in here, and programs with credentials of their own.
create table citizen_id.client (
  tenant_id text not null,
  client_id text not null check (client_id ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$'),
  metadata jsonb not null,
  -- For the people who read the consent page and the data cockpit.
  office text not null default '' check (length(office) <= 200),
  purpose text not null default '' check (length(purpose) <= 500),
  legal_basis text not null default '' check (length(legal_basis) <= 200),
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, client_id)
);

do $$ begin
  perform platform.protect('citizen_id.artifact', 'svc_citizen_id');
  perform platform.protect('citizen_id.client_session', 'svc_citizen_id');
  perform platform.protect('citizen_id.signing_key', 'svc_citizen_id');
  perform platform.protect('citizen_id.client', 'svc_citizen_id');
  perform platform.distribute('citizen_id.artifact');
  perform platform.distribute('citizen_id.client_session');
  perform platform.distribute('citizen_id.signing_key');
  perform platform.distribute('citizen_id.client');
end $$;
