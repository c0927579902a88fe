-- What comes in, from whom, and what was refused.

create table smart_school.source (
  tenant_id text not null,
  id uuid not null,
  name text not null check (name <> '' and position('/' in name) = 0),
  kind text not null check (kind in ('chirpstack', 'tts', 'sensorthings', 'csv', 'manual')),
  -- Null: for all schools of the town.
  school_id int,
  -- SHA-256 of a secret of 160 random bits: nobody guesses it, so it needs no slow hash. Null: none (manual).
  secret_hash bytea,
  -- MQTT topic filters on which it may publish.
  topics text[] not null default '{}',
  may_write boolean not null default false,
  audiences text[] not null default '{public}',
  last_message_at timestamptz,
  messages bigint not null default 0,
  revoked_at timestamptz,
  created_at timestamptz not null,
  constraint source_pk primary key (tenant_id, id),
  constraint source_name unique (tenant_id, name),
  constraint source_secret unique (tenant_id, secret_hash)
);

-- Every frame once, as it came by radio: what a mended codec reads anew. Copies from other servers only stretch `last_at`.
create table smart_school.frame (
  tenant_id text not null,
  dev_eui text not null,
  at timestamptz not null,
  -- First eight bytes of SHA-256 over session address, counter, port and payload.
  key bigint not null,
  last_at timestamptz not null,
  dev_addr text not null,
  f_cnt bigint not null,
  f_port smallint not null,
  payload bytea not null,
  source text not null,
  rssi real,
  snr real,
  state text not null check (state in ('read', 'part', 'no-codec', 'codec-failed', 'not-mounted')),
  codec text,
  codec_version int,
  created_at timestamptz not null,
  constraint frame_pk primary key (tenant_id, dev_eui, at, key)
);

-- What was refused. The same thing again only counts up.
create table smart_school.quarantine (
  tenant_id text not null,
  id uuid not null,
  -- SHA-256 over reason, source, topic, device, detail and payload.
  fingerprint bytea not null,
  reason text not null,
  detail text not null default '',
  source text not null,
  topic text not null default '',
  dev_eui text,
  -- The first kilobytes; `size` says how long it was.
  payload bytea not null,
  size int not null,
  count int not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  created_at timestamptz not null,
  constraint quarantine_pk primary key (tenant_id, id),
  constraint quarantine_once unique (tenant_id, fingerprint)
);
create index quarantine_time on smart_school.quarantine (tenant_id, last_at desc);
create index quarantine_device on smart_school.quarantine (tenant_id, dev_eui) where dev_eui is not null;

-- When the battery was last heard of, so that an old message does not overwrite a newer one.
alter table smart_school.device add column battery_at timestamptz;
-- When its signal was measured.
alter table smart_school.device add column signal_at timestamptz;

-- A meter read by a person: who, and the photo that proves it. The value itself is an observation.
create table smart_school.meter_reading (
  tenant_id text not null,
  id uuid not null,
  series_id int not null,
  phenomenon_time timestamptz not null,
  account_id uuid,
  photo_id uuid,
  -- Somebody was asked whether it is right, and said yes.
  confirmed boolean not null default false,
  created_at timestamptz not null,
  constraint meter_reading_pk primary key (tenant_id, id)
);
create index meter_reading_series on smart_school.meter_reading (tenant_id, series_id, phenomenon_time);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t) from unnest(array['source', 'frame', 'quarantine', 'meter_reading']) t;
