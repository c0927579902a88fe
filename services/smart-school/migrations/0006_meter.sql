-- Meters: chains of registers at a meter point (thing of kind meter-point), and what a cubic metre of gas is worth.

create table smart_school.register (
  tenant_id text not null,
  id uuid not null,
  meter_point_id int not null,
  -- Which chain of the point: total, import, export, day, night.
  code text not null default 'total' check (code ~ '^[a-z][a-z0-9-]*$'),
  -- Number on the meter's plate.
  serial text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  -- As shown, in reading_unit; null: nobody wrote it down.
  start_reading double precision,
  end_reading double precision,
  digits_before smallint check (digits_before between 1 and 15),
  digits_after smallint not null default 0 check (digits_after between 0 and 6),
  factor double precision not null default 1 check (factor > 0),
  reading_unit text not null check (reading_unit in ('Wh', 'kWh', 'MWh', 'GJ', 'm3', 'l', 'pulse')),
  pulses_per_unit double precision check (pulses_per_unit > 0),
  sign smallint not null default 1 check (sign in (1, -1)),
  channel text,
  expected_minutes int not null default 60 check (expected_minutes > 0),
  max_per_hour double precision check (max_per_hour > 0),
  created_at timestamptz not null,
  constraint register_pk primary key (tenant_id, id),
  constraint register_point foreign key (tenant_id, meter_point_id) references smart_school.thing (tenant_id, id),
  constraint register_order check (to_at is null or to_at > from_at),
  constraint register_pulses check ((reading_unit = 'pulse') = (pulses_per_unit is not null)),
  constraint register_once exclude using gist (tenant_id with =, meter_point_id with =, code with =, tstzrange(from_at, to_at) with &&)
);
create index register_of_point on smart_school.register (tenant_id, meter_point_id, from_at);

create table smart_school.gas_value (
  tenant_id text not null,
  meter_point_id int not null,
  valid_from date not null,
  -- kWh per standard cubic metre, as the bill says.
  calorific_value double precision not null check (calorific_value between 5 and 20),
  -- Standard cubic metres per cubic metre shown.
  state_number double precision not null check (state_number between 0.5 and 1.5),
  source text not null default '',
  created_at timestamptz not null,
  constraint gas_value_pk primary key (tenant_id, meter_point_id, valid_from),
  constraint gas_value_point foreign key (tenant_id, meter_point_id) references smart_school.thing (tenant_id, id)
);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t) from unnest(array['register', 'gas_value']) t;
