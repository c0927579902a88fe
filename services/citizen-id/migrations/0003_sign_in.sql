-- Passwords, second factors, limits for guessing, accounts in the making, and the ways back into an account.
create table citizen_id.password (
  tenant_id text not null,
  person_id uuid not null,
  -- PHC string of Argon2id: parameters, salt and hash in one.
  hash text not null check (length(hash) <= 300),
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);

-- One-time passwords of an authenticator app (RFC 6238). The secret is encrypted.
create table citizen_id.totp (
  tenant_id text not null,
  person_id uuid not null,
  sealed text not null,
  -- The last time step that was used: each counts once.
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);

create table citizen_id.recovery_code (
  tenant_id text not null,
  person_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, person_id, code_hash),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);

-- Who has guessed how often. `bucket` is a keyed hash of what is limited: an account, a network, a known device.
create table citizen_id.attempt (
  tenant_id text not null,
  bucket text not null,
  failures int not null,
  wait_until timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, bucket)
);
create index attempt_expiry on citizen_id.attempt (tenant_id, expires_at);

-- An account in the making, until its mail address is confirmed. Nothing of it exists elsewhere.
create table citizen_id.registration (
  tenant_id text not null,
  id uuid not null,
  -- The page that waits for the code, and the link in the mail; both hashed.
  page_hash text not null,
  token_hash text not null,
  code_hash text not null,
  tries int not null default 0,
  given_names text not null check (length(given_names) <= 200),
  family_name text not null check (length(family_name) <= 200),
  email text not null check (length(email) <= 320),
  user_name text not null check (length(user_name) <= 80),
  user_name_key text not null,
  password_hash text not null check (length(password_hash) <= 300),
  -- The waiting sign-in, to go back to.
  interaction text check (length(interaction) <= 100),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, page_hash),
  unique (tenant_id, token_hash)
);
create index registration_expiry on citizen_id.registration (tenant_id, expires_at);

-- A way back into an account: by a letter to the confirmed mail address, or by the code of the counter. A letter's link is good once; what it
-- opens belongs to the browser that has used it.
create table citizen_id.recovery (
  tenant_id text not null,
  token_hash text not null,
  person_id uuid not null,
  source text not null check (source in ('mail', 'counter')),
  case_id uuid,
  browser_hash text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index recovery_person on citizen_id.recovery (tenant_id, person_id);
create index recovery_browser on citizen_id.recovery (tenant_id, browser_hash) where browser_hash is not null;
create index recovery_expiry on citizen_id.recovery (tenant_id, expires_at);

-- A way back at the counter: one officer has seen the identity document, another one confirms.
create table citizen_id.counter_case (
  tenant_id text not null,
  id uuid not null,
  person_id uuid not null,
  document text not null check (document in ('id-card', 'passport', 'residence-permit', 'other')),
  state text not null default 'open' check (state in ('open', 'confirmed', 'used', 'withdrawn')),
  opened_by uuid not null,
  confirmed_by uuid,
  withdrawn_by uuid,
  code_hash text,
  tries int not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade,
  -- Four eyes: never the same two.
  constraint counter_case_four_eyes check (confirmed_by is null or confirmed_by <> opened_by)
);
create index counter_case_person on citizen_id.counter_case (tenant_id, person_id);
create index counter_case_open on citizen_id.counter_case (tenant_id, created_at) where state = 'open';

do $$ begin
  perform platform.protect('citizen_id.password', 'svc_citizen_id');
  perform platform.protect('citizen_id.totp', 'svc_citizen_id');
  perform platform.protect('citizen_id.recovery_code', 'svc_citizen_id');
  perform platform.protect('citizen_id.attempt', 'svc_citizen_id');
  perform platform.protect('citizen_id.registration', 'svc_citizen_id');
  perform platform.protect('citizen_id.recovery', 'svc_citizen_id');
  perform platform.protect('citizen_id.counter_case', 'svc_citizen_id');
  perform platform.distribute('citizen_id.password');
  perform platform.distribute('citizen_id.totp');
  perform platform.distribute('citizen_id.recovery_code');
  perform platform.distribute('citizen_id.attempt');
  perform platform.distribute('citizen_id.registration');
  perform platform.distribute('citizen_id.recovery');
  perform platform.distribute('citizen_id.counter_case');
end $$;
