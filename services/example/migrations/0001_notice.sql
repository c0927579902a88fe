-- The notice board: what people pin to it, and how much was pinned on each day.
create table example.notice (
  tenant_id text not null,
  id uuid not null,
  account_id uuid not null,
  title text not null check (title <> ''),
  -- How long it may be says schema.ts, in letters as people count them.
  text text not null check (text <> ''),
  contact_mail text,
  -- The last day on which it hangs, in the town's time.
  ends_on date not null,
  state text not null default 'open' check (state in ('open', 'ended', 'withdrawn', 'hidden')),
  hidden_reason text,
  created_at timestamptz not null,
  constraint notice_pk primary key (tenant_id, id),
  constraint notice_hidden_with_reason check ((state = 'hidden') = (hidden_reason is not null))
);
create index notice_open on example.notice (tenant_id, created_at desc, id desc) where state = 'open';
create index notice_author on example.notice (tenant_id, account_id, created_at desc);
create index notice_end on example.notice (tenant_id, ends_on);

create table example.daily_count (
  tenant_id text not null,
  day date not null,
  published integer not null,
  created_at timestamptz not null,
  constraint daily_count_pk primary key (tenant_id, day)
);

select platform.protect('example.notice'), platform.protect('example.daily_count');
select platform.distribute('example.notice'), platform.distribute('example.daily_count');
