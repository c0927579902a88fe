-- What a draft said at each saving, so that two people who write at the same time meet over a common origin.
create table open_data.draft_revision (
  tenant_id text not null,
  draft_id uuid not null,
  revision int not null,
  document jsonb not null,
  made_by uuid,
  created_at timestamptz not null,
  constraint draft_revision_pk primary key (tenant_id, draft_id, revision),
  constraint draft_revision_draft_fk foreign key (tenant_id, draft_id) references open_data.draft (tenant_id, id) on delete cascade
);

-- A description without files from which an organisation begins its next one.
create table open_data.draft_template (
  tenant_id text not null,
  id uuid not null,
  organisation_id uuid not null,
  title text not null,
  document jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  constraint draft_template_pk primary key (tenant_id, id),
  constraint draft_template_title_key unique (tenant_id, organisation_id, title),
  constraint draft_template_organisation_fk foreign key (tenant_id, organisation_id) references open_data.organisation (tenant_id, id) on delete cascade
);

do $$ declare t text; begin
  foreach t in array array['draft_revision', 'draft_template'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
