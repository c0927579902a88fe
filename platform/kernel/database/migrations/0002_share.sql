-- The third kind of table: rows that belong to a town and, once published, are read by all towns of the installation.

create function platform.share(target text) returns void language plpgsql as $$
declare
  owner_role text := 'svc_' || split_part(target, '.', 1);
begin
  if not exists (select from pg_roles where rolname = owner_role) then owner_role := 'modellregion_service'; end if;
  execute format('alter table %s enable row level security', target);
  if not exists (select from pg_extension where extname = 'citus') then
    execute format('alter table %s force row level security', target);
  else
    -- Read by every town and small: a copy on each node, so that foreign keys to it hold.
    execute format('select create_reference_table(%L)', target);
  end if;
  execute format('create policy shared_read on %s for select to %I using (published or town = current_setting(''app.tenant'', true))', target, owner_role);
  execute format('create policy own_insert on %s for insert to %I with check (town = current_setting(''app.tenant'', true))', target, owner_role);
  execute format('create policy own_update on %s for update to %I using (town = current_setting(''app.tenant'', true)) with check (town = current_setting(''app.tenant'', true))', target, owner_role);
  execute format('create policy own_delete on %s for delete to %I using (town = current_setting(''app.tenant'', true))', target, owner_role);
  execute format('grant select, insert, update, delete on %s to %I', target, owner_role);
end $$;
comment on function platform.share is 'Row security and grants for a shared table with columns "town" and "published": its town writes, all towns read what is published.';
