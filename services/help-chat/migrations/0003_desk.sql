-- Text modules of a town's office. They are no secret and say nothing of a case.
create table help_chat.text_module (
  tenant_id text not null,
  -- A module that comes with the software keeps its key, so that a changed one takes its place; own ones have a random id.
  id text not null check (id ~ '^[a-z0-9-]{1,64}$'),
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  lane text not null check (lane in ('any', 'counsel', 'report')),
  -- A shipped module that the office does not want.
  hidden boolean not null default false,
  created_at timestamptz not null,
  constraint text_module_pk primary key (tenant_id, id)
);

-- Private notes of confidants about a case, in the town of the case: sealed in the browser to the confidant's own key, in lengths of buckets.
-- They go with the case in the same transaction, so that nothing about it stays.
create table help_chat.private_note (
  tenant_id text not null,
  case_id uuid not null,
  confidant_id uuid not null,
  sealed text not null,
  -- Midnight of the day on which it was begun, as everything about a case.
  created_at timestamptz not null,
  constraint private_note_pk primary key (tenant_id, case_id, confidant_id),
  constraint private_note_case foreign key (tenant_id, case_id) references help_chat.case_file (tenant_id, id) on delete cascade,
  constraint private_note_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin'))
);

select platform.protect('help_chat.text_module'), platform.protect('help_chat.private_note');
select platform.distribute('help_chat.text_module'), platform.distribute('help_chat.private_note');
