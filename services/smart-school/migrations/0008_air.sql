-- Screens that show the air of one room to whoever knows the address. They know no names and no history.
create table smart_school.display (
  tenant_id text not null,
  id uuid not null,
  -- Unguessable and short enough to type on a television: twelve letters, 57 bits, behind a limit. Kept readable, because it opens nothing that does not stand in this database anyway.
  code text not null check (code ~ '^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$'),
  room_id int not null,
  school_id int not null,
  account_id uuid,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint display_pk primary key (tenant_id, id),
  constraint display_code unique (tenant_id, code),
  constraint display_room foreign key (tenant_id, room_id) references smart_school.thing (tenant_id, id)
);
create index display_school on smart_school.display (tenant_id, school_id);

-- Days on which a school gives no lessons beyond the state's holidays: movable holidays, training of the staff, building works.
create table smart_school.free_day (
  tenant_id text not null,
  school_id int not null,
  day date not null,
  reason text not null check (reason in ('movable', 'training', 'closed')),
  created_at timestamptz not null,
  constraint free_day_pk primary key (tenant_id, school_id, day),
  constraint free_day_school foreign key (tenant_id, school_id) references smart_school.school (tenant_id, thing_id)
);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t) from unnest(array['display', 'free_day']) t;
