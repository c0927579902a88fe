-- People, what they may do, and where they are signed in. A session row holds no address of a network and no full browser name.
create table platform.account (
  tenant_id text not null,
  id uuid not null,
  display_name text not null check (length(display_name) <= 200),
  email text check (length(email) <= 320),
  disabled_at timestamptz,
  last_seen_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table platform.role_grant (
  tenant_id text not null,
  account_id uuid not null,
  role text not null check (role ~ '^[a-z][a-z0-9-]*$'),
  organisation text not null default '',
  granted_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, account_id, role, organisation),
  foreign key (tenant_id, account_id) references platform.account (tenant_id, id) on delete cascade
);

create table platform.oidc_link (
  tenant_id text not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, issuer, subject),
  foreign key (tenant_id, account_id) references platform.account (tenant_id, id) on delete cascade
);
create index oidc_link_account on platform.oidc_link (tenant_id, account_id);

create table platform.session (
  tenant_id text not null,
  sid_hash text not null,
  id uuid not null,
  account_id uuid,
  level text not null default 'none' check (level in ('none', 'low', 'substantial', 'high')),
  issuer text,
  provider_session text,
  device text not null default '',
  data jsonb not null default '{}',
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, sid_hash),
  unique (tenant_id, id),
  foreign key (tenant_id, account_id) references platform.account (tenant_id, id) on delete cascade
);
create index session_account on platform.session (tenant_id, account_id) where account_id is not null;
create index session_expiry on platform.session (tenant_id, expires_at);
create index session_provider on platform.session (tenant_id, issuer, provider_session) where provider_session is not null;

do $$ begin
  perform platform.protect('platform.account', 'svc_platform');
  perform platform.protect('platform.role_grant', 'svc_platform');
  perform platform.protect('platform.oidc_link', 'svc_platform');
  perform platform.protect('platform.session', 'svc_platform');
  perform platform.distribute('platform.account');
  perform platform.distribute('platform.role_grant');
  perform platform.distribute('platform.oidc_link');
  perform platform.distribute('platform.session');
end $$;

-- Keys of the whole installation, shared by its processes. Made once, never changed, read by the platform's own role only.
create table platform.secret (
  name text primary key,
  value text not null check (length(value) >= 43),
  created_at timestamptz not null
);
grant select, insert on platform.secret to svc_platform;
