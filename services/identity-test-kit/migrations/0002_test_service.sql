-- The invented foreign service: what one browser has done there, as any service keeps it. Gone after two hours.
create table identity_test_kit.service_session (
  tenant_id text not null,
  -- Hash of the cookie: a copy of the table opens nothing.
  id_hash text not null,
  state jsonb not null,
  -- The session at the provider, so that the provider can end this one.
  provider_session text,
  ended_by_provider_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id_hash)
);
create index service_session_provider on identity_test_kit.service_session (tenant_id, provider_session) where provider_session is not null;
create index service_session_expiry on identity_test_kit.service_session (tenant_id, expires_at);

do $$ begin
  perform platform.protect('identity_test_kit.service_session', 'svc_identity_test_kit');
  perform platform.distribute('identity_test_kit.service_session');
end $$;
