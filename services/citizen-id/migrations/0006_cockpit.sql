-- What people were told about the end of a proof and of an unused account: each once, and what was written because time had passed.
create table citizen_id.notice (
  tenant_id text not null,
  person_id uuid not null,
  kind text not null check (kind in ('level-60', 'level-14', 'level-3', 'level-over', 'unused-1', 'unused-2')),
  -- The device whose lift it is about; the person themself otherwise.
  about uuid not null,
  -- The end it speaks of: a renewed proof has another one and is told anew.
  due_at timestamptz not null,
  -- False when there was no confirmed address to write to; the account itself shows it.
  mailed boolean not null,
  created_at timestamptz not null,
  primary key (tenant_id, person_id, kind, about, due_at),
  foreign key (tenant_id, person_id) references citizen_id.person (tenant_id, id) on delete cascade
);
create index person_proofed_until on citizen_id.person (tenant_id, proofed_until) where proofed_until is not null;
create index credential_lifted_until on citizen_id.credential (tenant_id, lifted_until) where lifted_until is not null and revoked_at is null;

do $$ begin
  perform platform.protect('citizen_id.notice', 'svc_citizen_id');
  perform platform.distribute('citizen_id.notice');
end $$;
