-- How a session was begun and for whom it acts; and forms whose sender had to sign in first.
alter table platform.session add column methods text[] not null default '{}';
alter table platform.session add column mandate jsonb;

create table platform.kept_form (
  tenant_id text not null,
  id_hash text not null,
  account_id uuid,
  action text not null check (length(action) <= 2000),
  fields jsonb not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id_hash)
);
create index kept_form_expiry on platform.kept_form (tenant_id, expires_at);

do $$ begin
  perform platform.protect('platform.kept_form', 'svc_platform');
  perform platform.distribute('platform.kept_form');
end $$;
