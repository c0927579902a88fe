-- Counts for statistics, added up at the moment of writing: how often a thing happened in a month, and nothing about whom or when.
create table platform.counter (
  tenant_id text not null,
  service text not null,
  statistic text not null,
  -- The first day of the month. Nothing finer is kept.
  period date not null check (extract(day from period) = 1),
  -- One category for each dimension of the statistic.
  key text[] not null check (cardinality(key) between 1 and 3 and array_position(key, null) is null),
  count bigint not null check (count > 0),
  primary key (tenant_id, service, statistic, period, key)
);
comment on table platform.counter is 'no created_at: counted by month on purpose, because a moment would point at a person';
select platform.protect('platform.counter', 'modellregion_service');
-- Numbers below k stand in it: only the service that counts sees them, also within the platform.
create policy own_counters on platform.counter as restrictive to modellregion_service
  using (current_user = 'svc_' || replace(service, '-', '_'))
  with check (current_user = 'svc_' || replace(service, '-', '_'));
revoke delete on platform.counter from modellregion_service;
select platform.distribute('platform.counter');
