-- People whom the town's identity provider knows, the ways in which they prove themselves, and how surely they are known.
-- A person's id is the id of their account in the platform.
create table citizen_id.person (
  tenant_id text not null,
  id uuid not null,
  -- Folded for comparison (NFKC, lower case, one script): two names that look alike are one name.
  user_name_key text,
  user_name text check (length(user_name) <= 80),
  given_names text not null default '' check (length(given_names) <= 200),
  family_name text not null default '' check (length(family_name) <= 200),
  email text check (length(email) <= 320),
  email_verified_at timestamptz,
  birth_date date,
  address jsonb,
  -- How surely the person behind this account was identified, and until when that counts (null: without end, for `low` only).
  proofed_level text not null default 'low' check (proofed_level in ('low', 'substantial', 'high')),
  proofed_by text not null default 'registration' check (length(proofed_by) <= 40),
  proofed_until timestamptz,
  locked_at timestamptz,
  last_used_at timestamptz not null,
  -- Notices before deletion for inactivity that were sent: 0, 1, 2.
  notices int not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index person_user_name on citizen_id.person (tenant_id, user_name_key) where user_name_key is not null;
create index person_email on citizen_id.person (tenant_id, lower(email)) where email is not null;
create index person_last_used on citizen_id.person (tenant_id, last_used_at);

-- Passkeys of a browser and keys of the Pass: WebAuthn credentials, public part only.
create table citizen_id.credential (
  tenant_id text not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('passkey', 'pass')),
  name text not null check (length(name) <= 80),
  webauthn_id text not null check (length(webauthn_id) <= 1400),
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  aaguid uuid,
  -- False for keys that a maker's cloud copies to other devices.
  device_bound boolean not null,
  -- Derived identity: this key was lifted by a proof (eID, BundID, counter) and counts until then.
  lifted_level text not null default 'low' check (lifted_level in ('low', 'substantial', 'high')),
  lifted_by text not null default '' check (length(lifted_by) <= 40),
  lifted_until timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, webauthn_id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index credential_person on citizen_id.credential (tenant_id, person_id);

-- Identities elsewhere: the pseudonym of an eID card (restricted identification), the bPK2 of BundID, the identity in a wallet. Hashed.
create table citizen_id.link (
  tenant_id text not null,
  source text not null check (source in ('eid', 'bundid', 'wallet')),
  subject_hash text not null,
  person_id uuid not null,
  last_used_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, source, subject_hash),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index link_person on citizen_id.link (tenant_id, person_id);

-- What changed about how surely a person is known. The person sees it; nothing is ever taken out of it.
create table citizen_id.level_event (
  tenant_id text not null,
  id uuid not null,
  person_id uuid not null,
  credential_id uuid,
  level text not null check (level in ('low', 'substantial', 'high')),
  cause text not null check (cause ~ '^[a-z][a-z-]*$'),
  until timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index level_event_person on citizen_id.level_event (tenant_id, person_id, created_at);

-- Each use of an identity: who asked, which data left, on what ground. Read by the person only.
create table citizen_id.use (
  tenant_id text not null,
  id uuid not null,
  person_id uuid not null,
  client_id text not null,
  client_name text not null,
  -- Why the office asks and on which legal basis, as the client's registration says it.
  purpose text not null default '',
  legal_basis text not null default '',
  claims text[] not null default '{}',
  level text not null,
  method text not null,
  mandate_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index use_person on citizen_id.use (tenant_id, person_id, created_at desc);

do $$ begin
  perform platform.protect('citizen_id.person', 'svc_citizen_id');
  perform platform.protect('citizen_id.credential', 'svc_citizen_id');
  perform platform.protect('citizen_id.link', 'svc_citizen_id');
  perform platform.protect('citizen_id.level_event', 'svc_citizen_id');
  perform platform.protect('citizen_id.use', 'svc_citizen_id');
  perform platform.distribute('citizen_id.person');
  perform platform.distribute('citizen_id.credential');
  perform platform.distribute('citizen_id.link');
  perform platform.distribute('citizen_id.level_event');
  perform platform.distribute('citizen_id.use');
end $$;
