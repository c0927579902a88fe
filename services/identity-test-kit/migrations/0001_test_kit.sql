-- Simulators of identity providers: their keys, who may ask them, and what somebody is in the middle of. Invented people only.
create table identity_test_kit.simulator_key (
  tenant_id text not null,
  purpose text not null check (purpose ~ '^(eid|bundid)-(signing|encryption)$'),
  sealed text not null,
  public_key text not null,
  created_at timestamptz not null,
  primary key (tenant_id, purpose)
);

-- Who asks for identities, as a contract would name it.
create table identity_test_kit.relying_party (
  tenant_id text not null,
  kind text not null check (kind in ('eid', 'bundid')),
  issuer text not null,
  answers_to text not null,
  signing_certificate text not null,
  encryption_certificate text not null,
  created_at timestamptz not null,
  primary key (tenant_id, kind, issuer)
);

-- A request that waits for somebody to lay down a card or to sign in.
create table identity_test_kit.request (
  tenant_id text not null,
  id uuid not null,
  kind text not null check (kind in ('eid', 'bundid')),
  issuer text not null,
  request_id text not null,
  relay_state text not null,
  level text,
  -- Number of the invented card on the reader, and how often its PIN was wrong.
  card text,
  wrong_pins int not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index request_expiry on identity_test_kit.request (tenant_id, expires_at);

do $$ begin
  perform platform.protect('identity_test_kit.simulator_key', 'svc_identity_test_kit');
  perform platform.protect('identity_test_kit.relying_party', 'svc_identity_test_kit');
  perform platform.protect('identity_test_kit.request', 'svc_identity_test_kit');
  perform platform.distribute('identity_test_kit.simulator_key');
  perform platform.distribute('identity_test_kit.relying_party');
  perform platform.distribute('identity_test_kit.request');
end $$;
