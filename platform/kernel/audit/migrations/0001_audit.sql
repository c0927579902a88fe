-- Who did what, in a chain of hashes per town: nothing can be changed or taken out of the middle without breaking it.
create table platform.audit_entry (
  tenant_id text not null,
  seq bigint not null check (seq > 0),
  created_at timestamptz not null,
  actor text,
  service text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (tenant_id, seq)
);
create index audit_entry_actor on platform.audit_entry (tenant_id, actor, seq);
create index audit_entry_subject on platform.audit_entry (tenant_id, subject, seq);

do $$ begin
  perform platform.protect('platform.audit_entry', 'modellregion_service');
  perform platform.distribute('platform.audit_entry');
end $$;

-- Insert only. A service sees the end of the chain, which it needs to append, and not what others wrote.
revoke select, update, delete on platform.audit_entry from modellregion_service;
grant select (tenant_id, seq, hash) on platform.audit_entry to modellregion_service;
grant select on platform.audit_entry to svc_platform;

-- A service cannot write in the name of another.
create policy own_name on platform.audit_entry as restrictive for insert with check (current_user = 'svc_' || replace(service, '-', '_'));
