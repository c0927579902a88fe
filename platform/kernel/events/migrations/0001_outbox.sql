-- What happened, written in the unit of work that did it, and who still has to hear of it.
create sequence platform.outbox_position;
grant usage on sequence platform.outbox_position to modellregion_service;

create table platform.outbox (
  tenant_id text not null,
  id uuid not null,
  position bigint not null default nextval('platform.outbox_position'),
  service text not null,
  type text not null,
  version int not null,
  payload jsonb not null,
  at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index on platform.outbox (tenant_id, created_at);
select platform.protect('platform.outbox', 'modellregion_service');
revoke update, delete on platform.outbox from modellregion_service;
grant delete on platform.outbox to svc_platform;

-- One row for each subscriber of each event: what "at least once" is counted with.
create table platform.event_delivery (
  tenant_id text not null,
  subscriber text not null,
  event_id uuid not null,
  position bigint not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'skipped', 'dead')),
  attempts int not null default 0,
  error text,
  next_at timestamptz not null,
  done_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, subscriber, event_id),
  foreign key (tenant_id, event_id) references platform.outbox (tenant_id, id) on delete cascade
);
create index event_delivery_pending on platform.event_delivery (tenant_id, subscriber, position) where state = 'pending';
create index on platform.event_delivery (tenant_id, event_id);
select platform.protect('platform.event_delivery', 'modellregion_service');
revoke delete on platform.event_delivery from modellregion_service;
grant delete on platform.event_delivery to svc_platform;

-- Shared: which subscriber hears which type. Written at each start from the manifests.
create table platform.subscription (
  subscriber text primary key,
  service text not null,
  type text not null
);
create index on platform.subscription (type);
grant select on platform.subscription to modellregion_service;
grant insert, update, delete on platform.subscription to svc_platform;

select platform.distribute('platform.outbox');
select platform.distribute('platform.event_delivery');
