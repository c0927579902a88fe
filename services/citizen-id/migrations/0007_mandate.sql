-- Who may act for whom: parents, guardians (Betreuung), companies, powers of attorney. Both sides see it; nothing is ever taken out of its history.
create table citizen_id.mandate (
  tenant_id text not null,
  id uuid not null,
  kind text not null check (kind in ('parent', 'guardian', 'company', 'power-of-attorney')),
  state text not null default 'proposed' check (state in ('proposed', 'active', 'revoked', 'ended', 'declined')),
  -- The represented: a person of this town, or somebody without an account, or a company with its register number.
  principal_id uuid,
  principal_name text not null check (length(principal_name) between 1 and 200),
  principal_birth_date date,
  register_number text check (length(register_number) <= 100),
  -- Null until somebody has taken the offer by its code.
  representative_id uuid,
  -- What the principal typed or the officer sees; the name of the account is shown once both know each other.
  representative_label text not null default '' check (length(representative_label) <= 200),
  -- Ids of services and clients; empty: everything.
  scope text[] not null default '{}',
  valid_from timestamptz not null,
  valid_until timestamptz,
  code_hash text,
  -- Number of the certificate, of the register, of the file: what an officer looks at.
  reference text not null default '' check (length(reference) <= 200),
  custody text check (custody in ('joint', 'sole')),
  -- What the officer has seen, and who it was.
  document text check (length(document) <= 40),
  confirmed_by uuid,
  decided_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, principal_id) references citizen_id.person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, representative_id) references citizen_id.person (tenant_id, id) on delete cascade,
  check (principal_id is null or principal_id is distinct from representative_id)
);
create index mandate_principal on citizen_id.mandate (tenant_id, principal_id) where principal_id is not null;
create index mandate_representative on citizen_id.mandate (tenant_id, representative_id) where representative_id is not null;
create unique index mandate_code on citizen_id.mandate (tenant_id, code_hash) where code_hash is not null;
create index mandate_review on citizen_id.mandate (tenant_id, created_at) where state = 'proposed';
create index mandate_end on citizen_id.mandate (tenant_id, valid_until) where state = 'active';

create table citizen_id.mandate_event (
  tenant_id text not null,
  id uuid not null,
  mandate_id uuid not null,
  what text not null check (what in ('proposed', 'requested', 'taken', 'accepted', 'confirmed', 'declined', 'revoked', 'given-up', 'ended')),
  by_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, mandate_id) references citizen_id.mandate (tenant_id, id) on delete cascade
);
create index mandate_event_of on citizen_id.mandate_event (tenant_id, mandate_id, created_at);

-- For whom a person acts in one authorization of one client. No mandate: for themselves, and that was asked.
create table citizen_id.mandate_choice (
  tenant_id text not null,
  grant_id text not null,
  session_uid text not null,
  client_id text not null,
  person_id uuid not null,
  mandate_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, grant_id),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index mandate_choice_session on citizen_id.mandate_choice (tenant_id, session_uid, client_id);
create index mandate_choice_mandate on citizen_id.mandate_choice (tenant_id, mandate_id) where mandate_id is not null;

do $$ begin
  perform platform.protect('citizen_id.mandate', 'svc_citizen_id');
  perform platform.protect('citizen_id.mandate_event', 'svc_citizen_id');
  perform platform.protect('citizen_id.mandate_choice', 'svc_citizen_id');
  perform platform.distribute('citizen_id.mandate');
  perform platform.distribute('citizen_id.mandate_event');
  perform platform.distribute('citizen_id.mandate_choice');
end $$;
