-- Lessons: experiments of classes, what groups write and measure by hand, their programs, and what a school publishes by consent.

-- A class asks a question of the measurements. Pupils have no account and no name: a class code, and groups named after animals.
create table smart_school.experiment (
  tenant_id text not null,
  id uuid not null,
  school_id int not null,
  -- The teacher who leads it. What the class sees follows this person's right to read.
  account_id uuid not null,
  title text not null check (title <> ''),
  question text not null check (question <> ''),
  -- What the class expected before results were visible; empty when only its groups wrote one.
  hypothesis text not null default '',
  conclusion text not null default '',
  learned text not null default '',
  -- Id of the lesson plan it was started from.
  plan text,
  mkr text[] not null default '{}',
  -- The first one is compared, the others are shown beside it.
  quantities text[] not null check (cardinality(quantities) between 1 and 3),
  -- Things, in the order in which they are called A, B, C …; drawn by lot when blind.
  thing_ids int[] not null check (cardinality(thing_ids) between 1 and 8),
  times text not null check (times in ('lessons', 'days', 'nights')),
  comparison text not null check (comparison in ('mean', 'median', 'above')),
  band double precision,
  from_day date not null,
  until_day date not null,
  -- When values may be seen, once a hypothesis is written.
  reveal text not null default 'end' check (reveal in ('end', 'running')),
  blind boolean not null default false,
  unblinded_at timestamptz,
  -- What the class measures by hand: [{ "label": "Pflanzenhöhe", "unit": "cm" }]
  own_columns jsonb not null default '[]',
  -- Keyed hash of the class code, and the code sealed, so that the teacher can show it again. Null: revoked or over.
  code_hash text,
  code_sealed text,
  code_until timestamptz,
  closed_at timestamptz,
  -- Weeks after the end until the class's data go.
  keep_weeks int not null default 8 check (keep_weeks between 1 and 52),
  -- The first day on which nothing of it is kept any more, unless it was published.
  delete_on date not null,
  created_at timestamptz not null,
  constraint experiment_pk primary key (tenant_id, id),
  constraint experiment_school foreign key (tenant_id, school_id) references smart_school.school (tenant_id, thing_id),
  constraint experiment_days check (until_day >= from_day),
  constraint experiment_band check (comparison <> 'above' or band is not null)
);
create unique index experiment_code on smart_school.experiment (tenant_id, code_hash) where code_hash is not null;
create index experiment_of_school on smart_school.experiment (tenant_id, school_id, created_at desc);
create index experiment_end on smart_school.experiment (tenant_id, delete_on);

-- A group of pupils at one device; its name is an animal out of a list.
create table smart_school.class_group (
  tenant_id text not null,
  experiment_id uuid not null,
  animal text not null,
  hypothesis text not null default '',
  hypothesis_at timestamptz,
  conclusion text not null default '',
  created_at timestamptz not null,
  constraint class_group_pk primary key (tenant_id, experiment_id, animal),
  constraint class_group_experiment foreign key (tenant_id, experiment_id) references smart_school.experiment (tenant_id, id) on delete cascade
);

-- A value measured by hand. `letter` is the room it belongs to, null: to none.
create table smart_school.class_value (
  tenant_id text not null,
  experiment_id uuid not null,
  id uuid not null,
  animal text not null,
  -- Which of the experiment's own columns.
  own_column smallint not null check (own_column between 0 and 2),
  letter text check (letter ~ '^[A-H]$'),
  day date not null,
  number double precision not null,
  created_at timestamptz not null,
  constraint class_value_pk primary key (tenant_id, experiment_id, id),
  constraint class_value_experiment foreign key (tenant_id, experiment_id) references smart_school.experiment (tenant_id, id) on delete cascade
);

-- A program that a group wrote; one of each kind and group.
create table smart_school.class_program (
  tenant_id text not null,
  experiment_id uuid not null,
  animal text not null,
  kind text not null check (kind in ('codec', 'chart')),
  program text not null,
  created_at timestamptz not null,
  constraint class_program_pk primary key (tenant_id, experiment_id, animal, kind),
  constraint class_program_experiment foreign key (tenant_id, experiment_id) references smart_school.experiment (tenant_id, id) on delete cascade
);

-- Wrong class codes typed in one network in one hour. `network` is the kernel's name for a network: another one each day, and never an address.
create table smart_school.class_miss (
  tenant_id text not null,
  network text not null,
  hour timestamptz not null,
  misses int not null,
  created_at timestamptz not null,
  constraint class_miss_pk primary key (tenant_id, network, hour)
);

-- What a school publishes as open data: proposed by a teacher, consented to by the school's lead, withdrawable at any time.
create table smart_school.publication (
  tenant_id text not null,
  id uuid not null,
  school_id int not null,
  kind text not null check (kind in ('experiment', 'energy', 'air')),
  experiment_id uuid,
  -- Quantities of `energy`.
  scope text[] not null default '{}',
  -- The first day of what is published.
  from_day date not null,
  licence text not null check (licence in ('dl-zero-de', 'cc-by')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('consented', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  -- Of an experiment: what is published, as it was when the lead consented.
  content jsonb,
  created_at timestamptz not null,
  constraint publication_pk primary key (tenant_id, id),
  constraint publication_school foreign key (tenant_id, school_id) references smart_school.school (tenant_id, thing_id),
  constraint publication_experiment foreign key (tenant_id, experiment_id) references smart_school.experiment (tenant_id, id) on delete cascade,
  constraint publication_of_experiment check ((kind = 'experiment') = (experiment_id is not null)),
  constraint publication_decided check ((decision is null) = (decided_at is null)),
  constraint publication_content check (kind <> 'experiment' or decision is distinct from 'consented' or withdrawn_at is not null or content is not null)
);
create index publication_school_index on smart_school.publication (tenant_id, school_id, proposed_at desc);
create index publication_experiment_index on smart_school.publication (tenant_id, experiment_id) where experiment_id is not null;

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t)
from unnest(array['experiment', 'class_group', 'class_value', 'class_program', 'class_miss', 'publication']) t;
