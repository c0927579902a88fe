-- Mail waits here from the unit of work that orders it until the job has sent it, and for 30 days as proof of sending.
create table platform.mail_outbox (
  tenant_id text not null,
  id uuid not null,
  service text not null,
  recipient text not null,
  subject text not null,
  text text not null,
  reply_to text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id)
);
create index on platform.mail_outbox (tenant_id, created_at desc);
select platform.protect('platform.mail_outbox', 'modellregion_service');
-- Services put mail in; only the platform reads it.
revoke select, update, delete on platform.mail_outbox from modellregion_service;
grant select, update, delete on platform.mail_outbox to svc_platform;
select platform.distribute('platform.mail_outbox');
