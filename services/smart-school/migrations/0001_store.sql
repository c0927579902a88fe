-- What is measured, by what, where: the entities of OGC SensorThings 1.1 (18-088, 8.2), with schools, rooms, devices and mountings beside them.
-- Entities carry small numbers that count up within the town, because a number stands in every row of millions of observations and in every address.

create extension if not exists btree_gist;

create table smart_school.number (
  tenant_id text not null,
  -- thing, location, historical-location, sensor, observed-property, feature, series
  kind text not null,
  last int not null,
  constraint number_pk primary key (tenant_id, kind)
);
comment on table smart_school.number is 'no created_at: a counter, overwritten in place';

-- A Thing: a school, building, floor, room, meter point, outlet group, or whatever somebody created by SensorThings (kind is null then).
create table smart_school.thing (
  tenant_id text not null,
  id int not null,
  kind text check (kind in ('school', 'building', 'floor', 'room', 'outdoor', 'meter-point', 'outlet-group')),
  -- Where it is part of: a room of a floor, a floor of a building. A school has none.
  parent_id int,
  -- The school it belongs to; a school belongs to itself.
  school_id int,
  name text not null check (name <> ''),
  description text not null default '',
  properties jsonb not null default '{}',
  location_ids int[] not null default '{}',
  -- No longer used, but its history is still read.
  retired_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint thing_pk primary key (tenant_id, id),
  constraint thing_parent foreign key (tenant_id, parent_id) references smart_school.thing (tenant_id, id)
);
create index thing_child on smart_school.thing (tenant_id, parent_id) where parent_id is not null;
create index thing_school on smart_school.thing (tenant_id, school_id, kind);

create table smart_school.location (
  tenant_id text not null,
  id int not null,
  name text not null,
  description text not null default '',
  encoding_type text not null,
  location jsonb not null,
  properties jsonb not null default '{}',
  created_at timestamptz not null,
  constraint location_pk primary key (tenant_id, id)
);

create table smart_school.historical_location (
  tenant_id text not null,
  id int not null,
  thing_id int not null,
  at timestamptz not null,
  location_ids int[] not null,
  created_at timestamptz not null,
  constraint historical_location_pk primary key (tenant_id, id),
  constraint historical_location_thing foreign key (tenant_id, thing_id) references smart_school.thing (tenant_id, id) on delete cascade
);
create index historical_location_thing_at on smart_school.historical_location (tenant_id, thing_id, at desc);

-- A Sensor: a device's, a meter reader's, or a foreign one.
create table smart_school.sensor (
  tenant_id text not null,
  id int not null,
  name text not null,
  description text not null default '',
  encoding_type text not null,
  metadata jsonb not null,
  properties jsonb not null default '{}',
  created_at timestamptz not null,
  constraint sensor_pk primary key (tenant_id, id)
);

create table smart_school.observed_property (
  tenant_id text not null,
  id int not null,
  -- Our word for it, see quantity/; null for a foreign one.
  quantity text,
  name text not null,
  definition text not null,
  description text not null default '',
  properties jsonb not null default '{}',
  created_at timestamptz not null,
  constraint observed_property_pk primary key (tenant_id, id),
  constraint observed_property_quantity unique (tenant_id, quantity)
);

create table smart_school.feature_of_interest (
  tenant_id text not null,
  id int not null,
  name text not null,
  description text not null default '',
  encoding_type text not null,
  feature jsonb not null,
  properties jsonb not null default '{}',
  -- Made from this location for observations that named no feature (18-088, 10.2.1.2).
  location_id int,
  created_at timestamptz not null,
  constraint feature_of_interest_pk primary key (tenant_id, id)
);

-- A Datastream or a MultiDatastream: what one sensor says about one thing.
create table smart_school.series (
  tenant_id text not null,
  id int not null,
  multi boolean not null default false,
  name text not null,
  description text not null default '',
  observation_type text not null,
  -- { name, symbol, definition }; of a MultiDatastream the array of them.
  unit jsonb not null,
  -- Of a MultiDatastream the types of its parts.
  multi_types jsonb,
  observed_area jsonb,
  properties jsonb not null default '{}',
  thing_id int not null,
  sensor_id int not null,
  -- One; of a MultiDatastream several, in order.
  observed_property_ids int[] not null,
  -- Of the platform's own series: which measurement of the device, and our word for it.
  channel text,
  quantity text,
  school_id int,
  -- Who may read single values: everybody; the school; its technical staff; nobody (mean values over several rooms only).
  audience text not null default 'school' check (audience in ('public', 'school', 'staff', 'sealed')),
  -- Days for which single values are kept; null: as the town decides for the quantity.
  keep_days int check (keep_days > 0),
  created_at timestamptz not null,
  constraint series_pk primary key (tenant_id, id),
  constraint series_thing foreign key (tenant_id, thing_id) references smart_school.thing (tenant_id, id),
  constraint series_sensor foreign key (tenant_id, sensor_id) references smart_school.sensor (tenant_id, id),
  constraint series_channel unique (tenant_id, thing_id, sensor_id, channel)
);
create index series_sensor_index on smart_school.series (tenant_id, sensor_id);
create index series_school on smart_school.series (tenant_id, school_id, quantity);

-- No foreign key to series: it would cost a look-up for every row of the ingest. Whoever deletes a series deletes its observations (store/queries.ts).
create table smart_school.observation (
  tenant_id text not null,
  series_id int not null,
  phenomenon_time timestamptz not null,
  -- Tells apart several observations of one moment; 0 for devices, where a second one of the same moment is the same.
  seq smallint not null default 0,
  -- A number; null when `result` says something else.
  number double precision,
  result jsonb,
  phenomenon_end timestamptz,
  -- When the result was determined; null: unknown (SensorThings allows it).
  result_time timestamptz,
  feature_id int,
  -- Rare fields: { resultQuality, validTime, parameters }.
  extra jsonb,
  created_at timestamptz not null,
  constraint observation_pk primary key (tenant_id, series_id, phenomenon_time, seq)
);
create index observation_time on smart_school.observation (tenant_id, phenomenon_time);
create index observation_feature on smart_school.observation (tenant_id, feature_id) where feature_id is not null;

-- The last value of every series, its first moment and how many there are: written with every batch, so that "the latest of everything" is one short query.
create table smart_school.latest (
  tenant_id text not null,
  series_id int not null,
  first_time timestamptz not null,
  last_time timestamptz not null,
  number double precision,
  result jsonb,
  result_time timestamptz,
  count bigint not null,
  constraint latest_pk primary key (tenant_id, series_id)
) with (fillfactor = 70);
comment on table smart_school.latest is 'no created_at: derived from the observations, overwritten in place';

create table smart_school.school (
  tenant_id text not null,
  -- The thing of kind school.
  thing_id int not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  -- Grundschule, Gymnasium, Berufskolleg …: a code of place/schema.ts.
  form text not null,
  place text not null default '',
  heated_area_m2 numeric check (heated_area_m2 > 0),
  hall_area_m2 numeric check (hall_area_m2 >= 0),
  pupils int check (pupils >= 0),
  -- Lessons of a school day: [{ "from": "08:00", "to": "08:45" }, …], local time.
  lessons jsonb not null default '[]',
  created_at timestamptz not null,
  constraint school_pk primary key (tenant_id, thing_id),
  constraint school_slug unique (tenant_id, slug),
  constraint school_thing foreign key (tenant_id, thing_id) references smart_school.thing (tenant_id, id)
);

-- Which schools an account works for. What it may do there says its role.
create table smart_school.member (
  tenant_id text not null,
  school_id int not null,
  account_id uuid not null,
  created_at timestamptz not null,
  constraint member_pk primary key (tenant_id, school_id, account_id),
  constraint member_school foreign key (tenant_id, school_id) references smart_school.school (tenant_id, thing_id)
);
create index member_account on smart_school.member (tenant_id, account_id);

create table smart_school.device (
  tenant_id text not null,
  -- EUI-64 in sixteen small hexadecimal digits.
  dev_eui text not null check (dev_eui ~ '^[0-9a-f]{16}$'),
  sensor_id int not null,
  school_id int,
  name text not null,
  -- Which codec reads it: id in codec/, null while nobody has chosen one.
  codec text,
  -- Variables that the codec gets (ChirpStack).
  variables jsonb not null default '{}',
  -- How often it should send.
  expected_minutes int not null default 10 check (expected_minutes > 0),
  state text not null default 'active' check (state in ('stock', 'active', 'retired')),
  last_seen_at timestamptz,
  last_counter bigint,
  battery_percent real,
  rssi real,
  snr real,
  created_at timestamptz not null,
  constraint device_pk primary key (tenant_id, dev_eui),
  constraint device_sensor foreign key (tenant_id, sensor_id) references smart_school.sensor (tenant_id, id)
) with (fillfactor = 70);
create index device_school on smart_school.device (tenant_id, school_id);

-- Where a device, or one channel of it, hangs from when to when. What it measures belongs to the thing of that time.
create table smart_school.mounting (
  tenant_id text not null,
  id uuid not null,
  dev_eui text not null,
  -- '*': all channels that have no mounting of their own at that time.
  channel text not null default '*',
  thing_id int not null,
  from_at timestamptz not null,
  to_at timestamptz,
  note text not null default '',
  created_at timestamptz not null,
  constraint mounting_pk primary key (tenant_id, id),
  constraint mounting_device foreign key (tenant_id, dev_eui) references smart_school.device (tenant_id, dev_eui),
  constraint mounting_thing foreign key (tenant_id, thing_id) references smart_school.thing (tenant_id, id),
  constraint mounting_order check (to_at is null or to_at > from_at),
  constraint mounting_once exclude using gist (tenant_id with =, dev_eui with =, channel with =, tstzrange(from_at, to_at) with &&)
);
create index mounting_thing_index on smart_school.mounting (tenant_id, thing_id, from_at);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t)
from unnest(array['number', 'thing', 'location', 'historical_location', 'sensor', 'observed_property', 'feature_of_interest', 'series', 'observation', 'latest', 'school', 'member', 'device', 'mounting']) t;
