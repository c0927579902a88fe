-- Notices without content, and the statistics that may be published.

-- The town's key towards push services (VAPID, RFC 8292); the private part is sealed.
create table help_chat.push_key (
  tenant_id text not null,
  public_key text not null,
  private_sealed text not null,
  created_at timestamptz not null,
  constraint push_key_pk primary key (tenant_id)
);

-- What a confidant wants to be told, in the home town. Without a row: by mail, at any time.
create table help_chat.notice_wish (
  tenant_id text not null,
  account_id uuid not null,
  by_letter boolean not null default true,
  by_push boolean not null default true,
  -- Town's time; the span may go over midnight.
  quiet_from time,
  quiet_until time,
  -- Was told, and has not looked since: one notice says it all, and nobody counts messages by counting notices.
  told boolean not null default false,
  created_at timestamptz not null,
  constraint notice_wish_pk primary key (tenant_id, account_id),
  constraint notice_wish_quiet check ((quiet_from is null) = (quiet_until is null))
);

-- Devices of confidants, in the home town. `sealed` holds the address at the push service and its keys.
create table help_chat.desk_device (
  tenant_id text not null,
  account_id uuid not null,
  device_hash bytea not null,
  sealed text not null,
  created_at timestamptz not null,
  constraint desk_device_pk primary key (tenant_id, account_id, device_hash)
);

-- For whom there is something new in this town. A mark and not a list: not what, not how much, and only on which day.
create table help_chat.desk_notice (
  tenant_id text not null,
  confidant_id uuid not null,
  -- Runs of the job that pass before anything leaves: drawn at random.
  waits smallint not null check (waits >= 0),
  tries smallint not null default 0,
  created_at timestamptz not null,
  constraint desk_notice_pk primary key (tenant_id, confidant_id),
  constraint desk_notice_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin'))
);

-- Devices of anonymous people, if they wish. The hash is another one in each case, so that two cases of one device do not meet here.
create table help_chat.case_device (
  tenant_id text not null,
  case_id uuid not null,
  device_hash bytea not null,
  sealed text not null,
  -- Null: nothing new.
  waits smallint check (waits >= 0),
  tries smallint not null default 0,
  told boolean not null default false,
  created_at timestamptz not null,
  constraint case_device_pk primary key (tenant_id, case_id, device_hash),
  constraint case_device_of foreign key (tenant_id, case_id) references help_chat.case_file (tenant_id, id) on delete cascade,
  constraint case_device_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin'))
);
create index case_device_due on help_chat.case_device (tenant_id, waits) where waits is not null;

-- Each statistic as it was last published: protected, and kept whole, so that the next publication can be compared with it.
create table help_chat.publication (
  tenant_id text not null,
  statistic text not null,
  publication jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint publication_pk primary key (tenant_id, statistic)
);

select platform.protect(format('help_chat.%s', name)), platform.distribute(format('help_chat.%s', name))
from unnest(array['push_key', 'notice_wish', 'desk_device', 'desk_notice', 'case_device', 'publication']) as name;
