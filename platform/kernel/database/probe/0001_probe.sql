-- A table for the survival test alone.
create table platform.probe (tenant_id text not null, id uuid not null, primary key (tenant_id, id));
select platform.protect('platform.probe', 'svc_platform');
