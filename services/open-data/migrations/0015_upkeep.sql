-- Does what the catalogue points to answer? One row per address, however many files name it.
create table open_data.address_check (
  tenant_id text not null,
  -- SHA-256 of the address in hex: addresses may be too long for an index.
  key text not null,
  address text not null,
  host text not null,
  -- `unknown`: never asked; `unasked`: the own network or a scheme that is never called.
  state text not null check (state in ('unknown', 'reachable', 'unreachable', 'unasked')),
  status int,
  -- Code of the refusal, a key of the words.
  reason text,
  -- Where it led to, when elsewhere.
  moved_to text,
  -- Failures in a row; an address counts as broken from the second on.
  failures int not null,
  failing_since timestamptz,
  checked_at timestamptz,
  next_check_at timestamptz not null,
  created_at timestamptz not null,
  constraint address_check_pk primary key (tenant_id, key)
);
create index address_check_due on open_data.address_check (tenant_id, next_check_at);
create index address_check_broken on open_data.address_check (tenant_id, failing_since) where state = 'unreachable';

-- Which dataset names which address, and as what.
create table open_data.address_use (
  tenant_id text not null,
  dataset_id uuid not null,
  key text not null,
  role text not null check (role in ('access', 'download', 'page', 'service')),
  created_at timestamptz not null,
  constraint address_use_pk primary key (tenant_id, dataset_id, key, role),
  constraint address_use_dataset_fk foreign key (tenant_id, dataset_id) references open_data.dataset (tenant_id, id) on delete cascade
);
create index address_use_of on open_data.address_use (tenant_id, key);

-- Who does not want the monthly report.
create table open_data.report_refusal (
  tenant_id text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  constraint report_refusal_pk primary key (tenant_id, account_id)
);

do $$ declare t text; begin
  foreach t in array array['address_check', 'address_use', 'report_refusal'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
