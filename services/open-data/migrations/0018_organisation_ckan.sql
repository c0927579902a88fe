-- Organisations are made and changed by clients of CKAN too: what these terms do not carry, and organisations that ended but may come back.
alter table open_data.organisation
  add column ckan jsonb not null default '{}',
  add column ended_at timestamptz;
