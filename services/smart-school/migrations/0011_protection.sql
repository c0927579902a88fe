-- What a town decided about who sees what and how long it is kept, and the daily values that stay when single ones are deleted.

create table smart_school.protection_quantity (
  tenant_id text not null,
  quantity text not null,
  -- Null: as the platform suggests.
  audience text check (audience in ('public', 'school', 'staff')),
  -- Days for which single values are kept; null: as the platform suggests; 0: for ever.
  keep_days int check (keep_days >= 0),
  reason text not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint protection_quantity_pk primary key (tenant_id, quantity)
);

-- How closely a role sees a quantity, where the town decided otherwise than the platform suggests.
create table smart_school.protection_view (
  tenant_id text not null,
  role text not null,
  quantity text not null,
  resolution text not null check (resolution in ('raw', 'lesson', 'day', 'none')),
  reason text not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint protection_view_pk primary key (tenant_id, role, quantity)
);

-- What is left of single values that were deleted: one row for each local calendar day. Never of movement and never of sealed rooms.
create table smart_school.daily_value (
  tenant_id text not null,
  series_id int not null,
  day date not null,
  count int not null,
  sum double precision not null,
  min double precision not null,
  max double precision not null,
  created_at timestamptz not null,
  constraint daily_value_pk primary key (tenant_id, series_id, day)
);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t)
from unnest(array['protection_quantity', 'protection_view', 'daily_value']) t;
