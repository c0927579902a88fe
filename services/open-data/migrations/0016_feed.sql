-- Datasets that other services give: where each stands. What was given is in the versions of its files.
create table open_data.dataset_feed (
  tenant_id text not null,
  dataset_id uuid not null,
  service text not null,
  feed text not null,
  state text not null check (state in ('loading', 'published', 'held', 'failed')),
  -- Why it failed, as a sentence for operators; which file is held back.
  failure text not null default '',
  held_version uuid,
  checked_at timestamptz not null,
  published_at timestamptz,
  created_at timestamptz not null,
  constraint dataset_feed_pk primary key (tenant_id, dataset_id),
  constraint dataset_feed_key unique (tenant_id, service, feed)
);

do $$ begin
  perform platform.protect('open_data.dataset_feed');
  perform platform.distribute('open_data.dataset_feed');
end $$;
