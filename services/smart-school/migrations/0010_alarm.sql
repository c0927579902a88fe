-- Alarms: rules as a town changed them, what is open, who was told, and how often the rules were asked.

create table smart_school.alarm (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  -- Tells apart alarms of one kind: 'series:12', 'outlet:40'.
  subject text not null,
  school_id int not null,
  thing_id int,
  series_id int,
  rule_key text,
  severity text not null check (severity in ('info', 'warn', 'urgent')),
  facts jsonb not null default '{}',
  state text not null default 'raised' check (state in ('raised', 'acknowledged', 'cleared')),
  raised_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  note text,
  cleared_at timestamptz,
  created_at timestamptz not null,
  constraint alarm_pk primary key (tenant_id, id),
  constraint alarm_cleared_when check ((state = 'cleared') = (cleared_at is not null))
);
-- One open alarm of a kind about a thing, whoever and however often it is raised.
create unique index alarm_open_once on smart_school.alarm (tenant_id, kind, subject) where state <> 'cleared';
create index alarm_school on smart_school.alarm (tenant_id, school_id, raised_at desc);
create index alarm_end on smart_school.alarm (tenant_id, cleared_at);

-- What a town, school or room says differently from the ready-made rules, and rules of its own.
create table smart_school.alarm_rule (
  tenant_id text not null,
  id uuid not null,
  -- The ready-made rule it changes, or its own id.
  key text not null,
  kind text not null,
  -- 0: the whole town.
  school_id int not null default 0,
  -- 0: the whole school.
  thing_id int not null default 0,
  quantity text,
  opening text check (opening in ('door', 'window')),
  name text,
  severity text not null check (severity in ('info', 'warn', 'urgent')),
  condition jsonb not null,
  enabled boolean not null,
  -- Why it was changed or switched on: somebody must be able to say it later.
  reason text,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint alarm_rule_pk primary key (tenant_id, id),
  constraint alarm_rule_once unique (tenant_id, key, school_id, thing_id)
);

-- Until when nobody is told about a subject. It is still evaluated, and the report says that it was muted.
create table smart_school.alarm_mute (
  tenant_id text not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  school_id int not null,
  until_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null,
  constraint alarm_mute_pk primary key (tenant_id, id)
);
create index alarm_mute_until on smart_school.alarm_mute (tenant_id, until_at);

-- How often all rules were asked, hour by hour: proof that silence is no standstill.
create table smart_school.alarm_run (
  tenant_id text not null,
  hour timestamptz not null,
  runs int not null,
  series int not null,
  slowest_ms int not null,
  created_at timestamptz not null,
  constraint alarm_run_pk primary key (tenant_id, hour)
);

-- When the battery of a channel is expected to be empty; written once a day.
create table smart_school.battery_forecast (
  tenant_id text not null,
  series_id int not null,
  level double precision not null,
  per_day double precision not null,
  -- Since the last exchange or recharge, or since the values begin.
  days int not null,
  -- Null: no end in sight.
  empty_on date,
  created_at timestamptz not null,
  constraint battery_forecast_pk primary key (tenant_id, series_id)
);

-- How somebody wants to be told.
create table smart_school.alarm_preference (
  tenant_id text not null,
  account_id uuid not null,
  -- Local time 'HH:MM'; equal: no quiet hours.
  quiet_from text not null,
  quiet_to text not null,
  quiet_weekend boolean not null,
  mail boolean not null,
  -- Less than this is only shown on the pages.
  mail_from text not null check (mail_from in ('info', 'warn', 'urgent')),
  per_day int not null check (per_day between 0 and 100),
  per_week int not null check (per_week between 0 and 500),
  -- Local hour of the summary of what went over the budget.
  digest_hour int not null check (digest_hour between 0 and 23),
  created_at timestamptz not null,
  constraint alarm_preference_pk primary key (tenant_id, account_id)
);

-- Who is told at which step. Schools without entries: their caretakers first, the technicians of the town last.
create table smart_school.alarm_duty (
  tenant_id text not null,
  school_id int not null,
  account_id uuid not null,
  step smallint not null check (step between 1 and 3),
  created_at timestamptz not null,
  constraint alarm_duty_pk primary key (tenant_id, school_id, account_id)
);

-- Who was told of what, when, and what was held back and why.
create table smart_school.alarm_notice (
  tenant_id text not null,
  id uuid not null,
  alarm_id uuid not null,
  account_id uuid not null,
  step smallint not null,
  -- waiting: quiet hours; sent: by mail; shown: on the pages only; bundled: over budget, comes with the summary; dropped: it was over before the quiet hours were.
  state text not null check (state in ('waiting', 'sent', 'shown', 'bundled', 'digested', 'dropped')),
  severity text not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  created_at timestamptz not null,
  constraint alarm_notice_pk primary key (tenant_id, id),
  constraint alarm_notice_once unique (tenant_id, alarm_id, account_id, step),
  constraint alarm_notice_alarm foreign key (tenant_id, alarm_id) references smart_school.alarm (tenant_id, id) on delete cascade
);
create index alarm_notice_account on smart_school.alarm_notice (tenant_id, account_id, created_at desc);
create index alarm_notice_waiting on smart_school.alarm_notice (tenant_id, state, due_at) where state in ('waiting', 'bundled');

-- Minutes until the next step of the chain, by severity; one row for the town.
create table smart_school.alarm_chain (
  tenant_id text not null,
  severity text not null check (severity in ('info', 'warn', 'urgent')),
  -- Null: this step is never taken.
  deputy_minutes int check (deputy_minutes > 0),
  technician_minutes int check (technician_minutes > 0),
  created_at timestamptz not null,
  constraint alarm_chain_pk primary key (tenant_id, severity)
);

-- What a contact is at, where its name does not tell.
create table smart_school.safety_opening (
  tenant_id text not null,
  series_id int not null,
  opening text not null check (opening in ('door', 'window')),
  created_at timestamptz not null,
  constraint safety_opening_pk primary key (tenant_id, series_id)
);

-- When somebody is expected in a school, and whether movement at night is looked at. Off unless somebody switched it on and said why.
create table smart_school.safety_setting (
  tenant_id text not null,
  school_id int not null,
  -- Local time 'HH:MM' on school days; on all other days nobody is expected.
  open_from text not null,
  open_to text not null,
  presence boolean not null default false,
  presence_reason text,
  -- The staff council was heard (§ 72 LPVG NRW): on which day.
  presence_council_on date,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint safety_setting_pk primary key (tenant_id, school_id),
  constraint safety_setting_reason check (not presence or presence_reason is not null)
);

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t)
from unnest(array['alarm', 'alarm_rule', 'alarm_mute', 'alarm_run', 'battery_forecast', 'alarm_preference', 'alarm_duty', 'alarm_notice', 'alarm_chain', 'safety_opening', 'safety_setting']) t;
