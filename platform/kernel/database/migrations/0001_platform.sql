-- The doors every other table needs: one way into a unit of work, one way to protect a table, one list of towns.

-- Roles belong to the whole server; several databases may be migrated at the same moment, so each is made in its own savepoint.
do $$
declare r text;
begin
  foreach r in array array['modellregion_service', 'modellregion_app', 'svc_platform'] loop
    begin
      if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

create function platform.adopt_role(service_role text) returns void language plpgsql as $$
begin
  begin
    if not exists (select from pg_roles where rolname = service_role) then execute format('create role %I nologin', service_role); end if;
  exception when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role(service_role, 'modellregion_service', 'member') then
    execute format('grant modellregion_service to %I with inherit true', service_role);
  end if;
  -- The processes enter a service's role; they own nothing and inherit nothing.
  if not pg_has_role('modellregion_app', service_role, 'set') then
    execute format('grant %I to modellregion_app with inherit false, set true', service_role);
  end if;
  if not pg_has_role(current_user, service_role, 'set') then
    execute format('grant %I to %I with inherit false, set true', service_role, current_user);
  end if;
  execute format('grant usage on schema platform to %I', service_role);
end $$;
comment on function platform.adopt_role is 'Creates the database role of a service and lets the application enter it.';

grant usage on schema platform to modellregion_service, modellregion_app;

create function platform.enter(tenant text, service_role text) returns void language plpgsql as $$
begin
  set local citus.propagate_set_commands = 'none';   -- the role must not be replayed on other users' connections of a sharded server
  execute format('set local role %I', service_role);
  set local citus.propagate_set_commands = 'local';  -- an unknown dotted setting is a placeholder: harmless on a single server
  execute format('set local app.tenant = %L', tenant);
end $$;
comment on function platform.enter is 'First statement of each unit of work: the service''s role and the town, both until commit.';

create function platform.protect(target text, reader text default null) returns void language plpgsql as $$
declare
  owner_role text := coalesce(reader, 'svc_' || split_part(target, '.', 1));
begin
  if not exists (select from pg_roles where rolname = owner_role) then owner_role := 'modellregion_service'; end if;
  execute format('alter table %s enable row level security', target);
  if not exists (select from pg_extension where extname = 'citus') then   -- FORCE blocks online moves of a sharded server
    execute format('alter table %s force row level security', target);
  end if;
  -- No sub-select in the policy: a sharded server refuses it, and every index begins with tenant_id anyway.
  execute format('create policy tenant_only on %s to %I using (tenant_id = current_setting(''app.tenant'', true)) with check (tenant_id = current_setting(''app.tenant'', true))', target, owner_role);
  execute format('grant select, insert, update, delete on %s to %I', target, owner_role);
end $$;
comment on function platform.protect is 'Row security, grants and FORCE for a tenant table. Called once by the migration that creates it.';

create function platform.distribute(target text) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, ''tenant_id'')', target);
  end if;
end $$;
comment on function platform.distribute is 'Spreads a tenant table over the nodes of a sharded server; does nothing on a single one.';

do $$ begin perform platform.adopt_role('svc_platform'); end $$;
