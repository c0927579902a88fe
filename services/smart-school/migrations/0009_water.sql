-- The log of an outlet group: what was done and measured, by whom, chained and signed so that a later change shows. Rows are added, never changed;
-- a correction is a row of its own that names the one it corrects.
create table smart_school.water_entry (
  tenant_id text not null,
  -- The outlet group.
  thing_id int not null,
  seq int not null check (seq > 0),
  kind text not null check (kind in ('flush', 'use', 'lab', 'correction')),
  -- When it was done (not when it was written down).
  at timestamptz not null,
  account_id uuid,
  -- Who signed, as they are called in the town at that time.
  signed_name text not null,
  -- What exactly, by water/schema.ts.
  data jsonb not null,
  note text not null default '',
  previous_hash text not null,
  hash text not null,
  -- Ed25519 over the hash, by the key of this installation.
  signed_hash text not null,
  created_at timestamptz not null,
  constraint water_entry_pk primary key (tenant_id, thing_id, seq),
  constraint water_entry_thing foreign key (tenant_id, thing_id) references smart_school.thing (tenant_id, id)
);
create index water_entry_at on smart_school.water_entry (tenant_id, at);

-- What is to be flushed until when. Planned anew each night; what is done or fell away stays for 400 days.
create table smart_school.flush_task (
  tenant_id text not null,
  id uuid not null,
  thing_id int not null,
  school_id int not null,
  -- The local day on which somebody goes there.
  day date not null,
  due_at timestamptz not null,
  reason text not null check (reason in ('clock', 'holidays', 'before-lessons', 'weekend')),
  -- True when more than the limit passes before it, because nobody works in between.
  beyond_limit boolean not null default false,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  done_seq int,
  created_at timestamptz not null,
  constraint flush_task_pk primary key (tenant_id, id),
  constraint flush_task_thing foreign key (tenant_id, thing_id) references smart_school.thing (tenant_id, id)
);
create index flush_task_school on smart_school.flush_task (tenant_id, school_id, day) where state = 'open';
create unique index flush_task_once on smart_school.flush_task (tenant_id, thing_id, day) where state = 'open';

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t) from unnest(array['water_entry', 'flush_task']) t;
