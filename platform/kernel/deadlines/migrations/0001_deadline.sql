-- When something has to be done by: days and ids only. What it is about and whom it concerns knows the service alone.
create table platform.deadline (
  tenant_id text not null,
  id uuid not null,
  service text not null,
  subject_kind text not null check (subject_kind ~ '^[a-z][a-z0-9-]{0,49}$'),
  -- An id or a number. Neither an address nor a sentence fits.
  subject_ref text not null check (subject_ref ~ '^[A-Za-z0-9._:/-]{1,100}$'),
  rule text not null,
  started_on date not null,
  -- Where counting leads, before a weekend or holiday moves it: a pause is added here.
  counted_to date not null,
  due_on date not null,
  extended int not null default 0 check (extended >= 0),
  paused_on date,
  done_at timestamptz,
  -- Day of the last step that the service was told of.
  warned_on date,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, service, subject_kind, subject_ref, rule)
);
create index deadline_open on platform.deadline (tenant_id, service, due_on, id) where done_at is null;
select platform.protect('platform.deadline', 'modellregion_service');
-- A service sees its own deadlines only. The platform sees none: its job enters the role of each service.
create policy own_deadlines on platform.deadline as restrictive to modellregion_service
  using (current_user = 'svc_' || replace(service, '-', '_'))
  with check (current_user = 'svc_' || replace(service, '-', '_'));
select platform.distribute('platform.deadline');
