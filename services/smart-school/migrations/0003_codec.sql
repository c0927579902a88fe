-- A town's own codecs with all their versions, which codecs had to be stopped, and what a mended codec would change in history.

create table smart_school.codec (
  tenant_id text not null,
  -- `maker-model`, small letters. One of the same id as a shipped codec takes its place in this town.
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'),
  name text not null check (name <> ''),
  maker text not null,
  model text not null,
  -- Null: none is active yet; devices are read by the shipped codec of the same id, if there is one.
  active_version int,
  created_at timestamptz not null,
  constraint codec_pk primary key (tenant_id, id)
);

-- Never changed, so that everybody can see by which program a value was read.
create table smart_school.codec_version (
  tenant_id text not null,
  codec_id text not null,
  version int not null check (version > 0),
  program text not null,
  -- Field of the result -> { quantity, channel, factor }, where the codec itself does not say it in our words.
  mapping jsonb not null default '{}',
  examples jsonb not null default '[]',
  -- What changed, in the technician's words.
  note text not null default '',
  -- How the examples came out when it was written: [{ name, ok, … }].
  results jsonb not null default '[]',
  passed boolean not null,
  activated_at timestamptz,
  created_at timestamptz not null,
  constraint codec_version_pk primary key (tenant_id, codec_id, version),
  constraint codec_version_codec foreign key (tenant_id, codec_id) references smart_school.codec (tenant_id, id)
);

-- A replay: raw frames of a period read again. First what would change, then, when somebody says so, the change itself.
create table smart_school.replay (
  tenant_id text not null,
  id uuid not null,
  codec_id text not null,
  codec_version int not null,
  -- One device; null: all that use the codec.
  dev_eui text,
  from_at timestamptz not null,
  until_at timestamptz not null,
  state text not null default 'comparing' check (state in ('comparing', 'compared', 'applying', 'applied', 'failed')),
  job_id uuid,
  -- { frames, unread, same, changed, fresh, gone, series: [{ … }] } of the comparison, and afterwards of what was done.
  counts jsonb,
  applied jsonb,
  error text not null default '',
  compared_at timestamptz,
  applied_at timestamptz,
  created_at timestamptz not null,
  constraint replay_pk primary key (tenant_id, id),
  constraint replay_period check (until_at > from_at)
);
create index replay_codec on smart_school.replay (tenant_id, codec_id, created_at desc);

-- Single differences of a comparison, for the table and as CSV; kept until the replay is applied or a month old, and at most so many as queries.ts allows.
create table smart_school.replay_change (
  tenant_id text not null,
  replay_id uuid not null,
  dev_eui text not null,
  channel text not null,
  at timestamptz not null,
  before double precision,
  after double precision,
  created_at timestamptz not null,
  constraint replay_change_pk primary key (tenant_id, replay_id, dev_eui, channel, at),
  constraint replay_change_replay foreign key (tenant_id, replay_id) references smart_school.replay (tenant_id, id) on delete cascade
);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t) from unnest(array['codec', 'codec_version', 'replay', 'replay_change']) t;
