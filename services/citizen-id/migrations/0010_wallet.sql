-- Questions to a wallet of the European Union (OpenID4VP), each for one waiting sign-in. Gone an hour after they are over.
create table citizen_id.wallet_request (
  tenant_id text not null,
  id uuid not null,
  -- The waiting sign-in that asks, known to its browser only.
  interaction text not null check (length(interaction) <= 100),
  -- Where the wallet is: on the device of the browser, or on another one that reads a code.
  device text not null check (device in ('this', 'other')),
  -- `open`: nobody answered. `answered`: a good answer came, the browser has not fetched it. `confirmed`: the person has named the number on the
  -- screen. `over`: fetched by the browser, refused or given up.
  state text not null default 'open' check (state in ('open', 'answered', 'confirmed', 'over')),
  client_id text not null,
  -- Private key for this one answer, encrypted.
  sealed_key text not null,
  with_address boolean not null,
  -- Who asks, to tell the person on the other device.
  client_name text not null check (length(client_name) <= 300),
  -- Two figures that the screen shows and the person finds again on the other device.
  number int not null check (number between 10 and 99),
  -- Hash of the code that leads back to the town after an answer.
  code_hash text,
  -- What the answer said, encrypted; cleared as soon as it is used.
  sealed_answer text,
  -- Why the last answer was not believed.
  failure text check (failure ~ '^[a-z-]{1,40}$'),
  failures int not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index wallet_request_interaction on citizen_id.wallet_request (tenant_id, interaction, created_at desc);
create index wallet_request_code on citizen_id.wallet_request (tenant_id, code_hash) where code_hash is not null;
create index wallet_request_expiry on citizen_id.wallet_request (tenant_id, expires_at);

do $$ begin
  perform platform.protect('citizen_id.wallet_request', 'svc_citizen_id');
  perform platform.distribute('citizen_id.wallet_request');
end $$;
