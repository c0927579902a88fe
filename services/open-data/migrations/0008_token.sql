-- Keys with which programs work in the name of an account: only a hash of each is kept.
create table open_data.api_token (
  tenant_id text not null,
  id uuid not null,
  account_id uuid not null,
  -- What the key is for, in the words of whoever made it.
  title text not null,
  hash text not null,
  scope text not null check (scope in ('read', 'write', 'publish', 'admin')),
  -- Only for these organisations; empty: for all that the account belongs to.
  organisations uuid[] not null,
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz,
  -- Who has allowed the key to publish without review.
  allowed_by uuid,
  created_at timestamptz not null,
  constraint api_token_pk primary key (tenant_id, id),
  constraint api_token_hash_key unique (tenant_id, hash)
);
create index api_token_of on open_data.api_token (tenant_id, account_id, created_at desc);

do $$ begin
  perform platform.protect('open_data.api_token');
  perform platform.distribute('open_data.api_token');
end $$;
