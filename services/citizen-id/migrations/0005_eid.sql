-- Signing in elsewhere: with an eID card through an eID server, or with BundID. Both speak SAML.
-- The town's own keys towards such providers. The private part is encrypted.
create table citizen_id.saml_key (
  tenant_id text not null,
  purpose text not null check (purpose in ('signing', 'encryption')),
  sealed text not null,
  certificate text not null,
  created_at timestamptz not null,
  primary key (tenant_id, purpose)
);

-- A sign-in that goes on elsewhere. Answered once; the outcome is encrypted and gone with the row.
create table citizen_id.foreign_sign_in (
  tenant_id text not null,
  id uuid not null,
  source text not null check (source in ('eid', 'bundid', 'wallet')),
  -- The waiting sign-in, which the cookie of the browser names.
  interaction text not null check (length(interaction) <= 100),
  request_id text not null,
  -- What comes back beside the answer (RelayState), and the way back into the browser: hashed.
  relay_hash text not null,
  return_hash text,
  wanted text check (wanted in ('low', 'substantial', 'high')),
  answered_at timestamptz,
  -- Each assertion counts once.
  assertion_id text check (length(assertion_id) <= 300),
  sealed text,
  wants_connection boolean not null default false,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, relay_hash),
  unique (tenant_id, return_hash),
  unique (tenant_id, source, assertion_id)
);
create index foreign_sign_in_interaction on citizen_id.foreign_sign_in (tenant_id, interaction);
create index foreign_sign_in_expiry on citizen_id.foreign_sign_in (tenant_id, expires_at);

do $$ begin
  perform platform.protect('citizen_id.saml_key', 'svc_citizen_id');
  perform platform.protect('citizen_id.foreign_sign_in', 'svc_citizen_id');
  perform platform.distribute('citizen_id.saml_key');
  perform platform.distribute('citizen_id.foreign_sign_in');
end $$;
