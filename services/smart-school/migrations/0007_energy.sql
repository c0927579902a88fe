-- Energy: prices, and the account of a school that shares what it saves (fifty/fifty).

create table smart_school.tariff (
  tenant_id text not null,
  -- 0: of all schools that have none of their own.
  school_id int not null default 0,
  quantity text not null check (quantity in ('electricity', 'heat', 'gas', 'water')),
  valid_from date not null,
  -- Ten-thousandths of a cent for a kWh or a cubic metre.
  price bigint not null check (price >= 0),
  source text not null default '',
  created_at timestamptz not null,
  constraint tariff_pk primary key (tenant_id, school_id, quantity, valid_from)
);

-- One period of an account: it begins with a baseline and is reviewed after some years, which begins the next one.
create table smart_school.fifty_account (
  tenant_id text not null,
  school_id int not null,
  starts_on date not null,
  review_years smallint not null default 3 check (review_years between 1 and 10),
  share_percent smallint not null default 50 check (share_percent between 0 and 100),
  -- What a year of the long-term mean has, in degree days, and how that is known.
  normal_degree_days double precision not null check (normal_degree_days > 0),
  normal_source text not null,
  point_cents int not null default 0 check (point_cents >= 0),
  most_bonus_cents int not null default 0 check (most_bonus_cents >= 0),
  created_at timestamptz not null,
  constraint fifty_account_pk primary key (tenant_id, school_id, starts_on),
  constraint fifty_account_school foreign key (tenant_id, school_id) references smart_school.school (tenant_id, thing_id)
);

create table smart_school.fifty_baseline (
  tenant_id text not null,
  school_id int not null,
  starts_on date not null,
  quantity text not null check (quantity in ('electricity', 'heat', 'gas', 'water')),
  year int not null,
  amount double precision not null check (amount >= 0),
  -- Of that year; null where the weather does not matter.
  degree_days double precision check (degree_days > 0),
  source text not null default '',
  created_at timestamptz not null,
  constraint fifty_baseline_pk primary key (tenant_id, school_id, starts_on, quantity, year),
  constraint fifty_baseline_account foreign key (tenant_id, school_id, starts_on) references smart_school.fifty_account (tenant_id, school_id, starts_on)
);

-- Degree days of a year from elsewhere, for years in which the school's own sensor did not measure.
create table smart_school.fifty_weather (
  tenant_id text not null,
  school_id int not null,
  year int not null,
  degree_days double precision not null check (degree_days > 0),
  source text not null,
  created_at timestamptz not null,
  constraint fifty_weather_pk primary key (tenant_id, school_id, year)
);

-- The building changed: what would be used without any saving changes with it.
create table smart_school.fifty_correction (
  tenant_id text not null,
  id uuid not null,
  school_id int not null,
  quantity text not null check (quantity in ('electricity', 'heat', 'gas', 'water')),
  kind text not null check (kind in ('area', 'hours', 'renovation', 'equipment', 'other')),
  valid_from date not null,
  factor double precision not null check (factor > 0 and factor < 10),
  reason text not null check (reason <> ''),
  created_at timestamptz not null,
  constraint fifty_correction_pk primary key (tenant_id, id)
);
create index fifty_correction_school on smart_school.fifty_correction (tenant_id, school_id, valid_from);

create table smart_school.fifty_activity (
  tenant_id text not null,
  id uuid not null,
  school_id int not null,
  on_day date not null,
  -- What was done, by classes and groups: no names of people.
  activity text not null check (activity <> ''),
  points smallint not null check (points between 0 and 100),
  evidence text not null default '',
  created_at timestamptz not null,
  constraint fifty_activity_pk primary key (tenant_id, id)
);
create index fifty_activity_school on smart_school.fifty_activity (tenant_id, school_id, on_day);

-- A closed year: its statement as it was paid, line by line, to be compared with what the same data say today.
create table smart_school.fifty_year (
  tenant_id text not null,
  school_id int not null,
  year int not null,
  lines jsonb not null,
  payout_cents int not null,
  created_at timestamptz not null,
  constraint fifty_year_pk primary key (tenant_id, school_id, year)
);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t)
from unnest(array['tariff', 'fifty_account', 'fifty_baseline', 'fifty_weather', 'fifty_correction', 'fifty_activity', 'fifty_year']) t;
