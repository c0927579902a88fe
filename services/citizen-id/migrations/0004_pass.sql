-- Keys of a person in use: challenges that were answered, questions to the Pass on a phone, and pairing of another phone.

-- A challenge is a sealed value and not stored. What was answered is kept until it would have ended anyway, so that nothing counts twice.
create table citizen_id.used_challenge (
  tenant_id text not null,
  challenge_hash text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, challenge_hash)
);
create index used_challenge_expiry on citizen_id.used_challenge (tenant_id, expires_at);

-- One question to a Pass: a screen that waits, or a service that asks without one (CIBA). Gone an hour after it is over.
create table citizen_id.pass_request (
  tenant_id text not null,
  id uuid not null,
  origin text not null check (origin in ('screen', 'ciba')),
  -- Hash of the waiting sign-in, known to its browser only, or of the CIBA request.
  asked_by text not null check (length(asked_by) <= 100),
  -- What is needed to tell whoever asked, encrypted by them (CIBA).
  handle text check (length(handle) <= 1000),
  -- Hash of the 8 characters; null once a phone has them.
  code_hash text,
  -- Hash of the secret of the phone's browser that has opened it. Nobody else sees or answers it.
  seen_by text,
  -- `waiting`, `seen` by a phone, `approved`, `declined`, `used` by whoever asked. What is too old is over whatever stands here.
  state text not null default 'waiting' check (state in ('waiting', 'seen', 'approved', 'declined', 'used')),
  -- Why it was declined: `not-me`, `wrong-number`, `replaced`.
  reason text check (reason ~ '^[a-z-]{1,40}$'),
  -- What the phone shows: who asks, for what, which data, from which browser. No data of the person.
  context jsonb not null,
  wanted text check (wanted in ('low', 'substantial', 'high')),
  number int not null check (number between 10 and 99),
  -- Who is asked (CIBA) or has answered.
  person_id uuid,
  credential_id uuid,
  level text check (level in ('low', 'substantial', 'high')),
  decided_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index pass_request_code on citizen_id.pass_request (tenant_id, code_hash) where code_hash is not null;
create index pass_request_asked on citizen_id.pass_request (tenant_id, asked_by, created_at desc);
create index pass_request_person on citizen_id.pass_request (tenant_id, person_id, created_at desc) where person_id is not null;
create index pass_request_expiry on citizen_id.pass_request (tenant_id, expires_at);

-- An invitation from one phone of a person to another: single use, a few minutes.
create table citizen_id.pass_pairing (
  tenant_id text not null,
  id uuid not null,
  person_id uuid not null,
  -- The key that has confirmed on the old phone; its lift may be handed on, never for longer.
  credential_id uuid not null,
  code_hash text,
  -- Hash of the secret of the new phone's browser.
  seen_by text,
  new_credential_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index pass_pairing_code on citizen_id.pass_pairing (tenant_id, code_hash) where code_hash is not null;
create index pass_pairing_person on citizen_id.pass_pairing (tenant_id, person_id);
create index pass_pairing_expiry on citizen_id.pass_pairing (tenant_id, expires_at);

do $$ begin
  perform platform.protect('citizen_id.used_challenge', 'svc_citizen_id');
  perform platform.protect('citizen_id.pass_request', 'svc_citizen_id');
  perform platform.protect('citizen_id.pass_pairing', 'svc_citizen_id');
  perform platform.distribute('citizen_id.used_challenge');
  perform platform.distribute('citizen_id.pass_request');
  perform platform.distribute('citizen_id.pass_pairing');
end $$;
