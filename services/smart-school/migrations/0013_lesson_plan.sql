-- Lesson plans of a town beside the shipped ones, with all their versions; and codecs that came from the catalogue of reuse.

create table smart_school.lesson_plan (
  tenant_id text not null,
  -- Title and eight digits of the row's making, so that no shipped plan ever has the same.
  id text not null check (id ~ '^[a-z0-9-]{1,80}$'),
  -- The version that is shown.
  version int not null check (version > 0),
  -- What lists need, taken from the text of that version.
  title text not null check (title <> ''),
  summary text not null,
  grades int[] not null check (cardinality(grades) between 1 and 13),
  subjects text[] not null,
  minutes int not null check (minutes > 0),
  mkr text[] not null default '{}',
  -- The plan it was copied from: shipped, or of this town.
  based_on text,
  -- Shown to everybody; otherwise only to those who write plans.
  open boolean not null default false,
  -- When it came from the catalogue of reuse; null: written here.
  installed_at timestamptz,
  -- Out of use: in no list any more, its versions stay.
  retired_at timestamptz,
  created_at timestamptz not null,
  constraint lesson_plan_pk primary key (tenant_id, id)
);

-- Never changed. `source` is the whole plan: front matter and text, as `reuse/lessons` has them.
create table smart_school.lesson_plan_version (
  tenant_id text not null,
  plan_id text not null,
  version int not null check (version > 0),
  source text not null,
  -- What changed, in the writer's words.
  note text not null default '',
  -- The order by which it was installed; the same order is carried out once.
  install_key uuid,
  created_at timestamptz not null,
  constraint lesson_plan_version_pk primary key (tenant_id, plan_id, version),
  constraint lesson_plan_version_plan foreign key (tenant_id, plan_id) references smart_school.lesson_plan (tenant_id, id)
);
create unique index lesson_plan_version_install on smart_school.lesson_plan_version (tenant_id, install_key) where install_key is not null;

-- A codec from elsewhere keeps its licence.
alter table smart_school.codec_version add column licence text not null default 'EUPL-1.2';
alter table smart_school.codec_version add column install_key uuid;
create unique index codec_version_install on smart_school.codec_version (tenant_id, install_key) where install_key is not null;

select platform.protect('smart_school.' || t), platform.distribute('smart_school.' || t) from unnest(array['lesson_plan', 'lesson_plan_version']) t;
