-- Staff: one-time invitations to set up a passkey, and what the town's staff directory says about joiners and leavers (SCIM 2.0).
create table citizen_id.invitation (
  tenant_id text not null,
  code_hash text not null,
  person_id uuid not null,
  invited_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index invitation_person on citizen_id.invitation (tenant_id, person_id);

-- Keys of a staff directory: only their hashes.
create table citizen_id.scim_token (
  tenant_id text not null,
  id uuid not null,
  label text not null check (length(label) <= 80),
  token_hash text not null,
  scope text not null check (scope in ('read', 'write')),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  made_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash)
);

-- Whoever the directory names; the id is that of the person and of the account.
create table citizen_id.scim_user (
  tenant_id text not null,
  id uuid not null,
  external_id text check (length(external_id) <= 200),
  user_name text not null check (length(user_name) <= 200),
  user_name_key text not null,
  given_names text not null default '' check (length(given_names) <= 200),
  family_name text not null default '' check (length(family_name) <= 200),
  display_name text check (length(display_name) <= 200),
  email text check (length(email) <= 320),
  active boolean not null,
  version int not null default 1,
  -- What the platform has taken over; behind `version` until the account is as the directory says.
  applied_version int not null default 0,
  applied_active boolean not null default false,
  deleted_at timestamptz,
  modified_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references citizen_id.person (tenant_id, id) on delete cascade
);
create unique index scim_user_name on citizen_id.scim_user (tenant_id, user_name_key) where deleted_at is null;
create index scim_user_external on citizen_id.scim_user (tenant_id, external_id) where external_id is not null;

create table citizen_id.scim_group (
  tenant_id text not null,
  id uuid not null,
  external_id text check (length(external_id) <= 200),
  label text not null check (length(label) <= 200),
  label_key text not null,
  version int not null default 1,
  modified_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, label_key)
);

create table citizen_id.scim_member (
  tenant_id text not null,
  group_id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, group_id, user_id),
  foreign key (tenant_id, group_id) references citizen_id.scim_group (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references citizen_id.scim_user (tenant_id, id) on delete cascade
);
create index scim_member_user on citizen_id.scim_member (tenant_id, user_id);

-- What a group of the directory may do here, by its name.
create table citizen_id.scim_mapping (
  tenant_id text not null,
  id uuid not null,
  label text not null check (length(label) <= 200),
  label_key text not null,
  role text not null check (role ~ '^[a-z][a-z0-9-]*$'),
  organisation text not null default '' check (length(organisation) <= 100),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, label_key, role, organisation)
);

do $$ declare t text; begin
  foreach t in array array['invitation', 'scim_token', 'scim_user', 'scim_group', 'scim_member', 'scim_mapping'] loop
    perform platform.protect('citizen_id.' || t, 'svc_citizen_id');
    perform platform.distribute('citizen_id.' || t);
  end loop;
end $$;
