-- Guests come back with a code: what they have reported, what the office answers, and one word more from them.
alter table platform.feedback add column return_hash text;
create unique index feedback_return on platform.feedback (tenant_id, return_hash) where return_hash is not null;

create table platform.feedback_message (
  tenant_id text not null,
  id uuid not null,
  feedback_id uuid not null,
  from_office boolean not null,
  text text not null check (length(text) between 1 and 5000),
  -- Who of the office; a guest is nobody.
  by_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, feedback_id) references platform.feedback (tenant_id, id) on delete cascade
);
create index feedback_message_of on platform.feedback_message (tenant_id, feedback_id, created_at);

select platform.protect('platform.feedback_message', 'svc_platform');
