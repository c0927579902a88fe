-- "This sensor now looks as if it hung in another room": found at night by comparing daily courses (device/rules/pattern.ts), for a person to decide.
create table smart_school.move_hint (
  tenant_id text not null,
  id uuid not null,
  dev_eui text not null,
  -- Where the mountings say it hangs, and whose course its values look like.
  thing_id int not null,
  like_thing_id int not null,
  -- From here on the course fits the other room.
  since timestamptz not null,
  -- How much better it fits: distance to its own course divided by that to the other room's.
  score real not null,
  state text not null default 'open' check (state in ('open', 'dismissed', 'over')),
  created_at timestamptz not null,
  constraint move_hint_pk primary key (tenant_id, id),
  constraint move_hint_device foreign key (tenant_id, dev_eui) references smart_school.device (tenant_id, dev_eui)
);
create unique index move_hint_open on smart_school.move_hint (tenant_id, dev_eui) where state = 'open';
create index move_hint_device_index on smart_school.move_hint (tenant_id, dev_eui, created_at desc);

select platform.protect('smart_school.move_hint'), platform.distribute('smart_school.move_hint');
