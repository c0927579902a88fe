-- Views of a file that are kept with a name: CKAN's resource_view and the portal's own are one table.
-- No foreign key to the file: files are written anew with each publication and keep their ids.
create table open_data.resource_view (
  tenant_id text not null,
  id uuid not null,
  dataset_id uuid not null,
  distribution_id uuid not null,
  position int not null,
  title text not null,
  description text not null default '',
  -- As CKAN calls it: `datatables_view`, `recline_graph_view`, `recline_map_view`, or whatever a client writes.
  view_type text not null,
  -- Filters, columns, picture as in the address of the page: `view=chart&x=jahr`. Empty: the page's own first picture.
  selection text not null default '',
  -- What CKAN clients say beyond these terms, kept for the round trip.
  config jsonb not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint resource_view_pk primary key (tenant_id, id)
);
create index resource_view_of_file on open_data.resource_view (tenant_id, distribution_id, position, id);

do $$ begin
  perform platform.protect('open_data.resource_view');
  perform platform.distribute('open_data.resource_view');
end $$;
