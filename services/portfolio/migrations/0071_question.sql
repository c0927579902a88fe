-- Questions and answers between the offices of towns. An answer belongs to the town that gives it; what the asking town thinks of it stands in the question.

create table portfolio.question (
  id uuid primary key,
  town text not null,
  -- False: its own town has hidden it.
  published boolean not null default true,
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  -- An entry of the catalogue, of any town.
  entry uuid,
  -- Answers that helped the asking town, and the one that solves it.
  helpful uuid[] not null default '{}',
  solved_by uuid,
  -- Until when the asking town has looked at answers, and its own town at objections.
  reviewed_at timestamptz not null,
  changed_at timestamptz not null,
  -- When words were corrected after it had been asked.
  corrected_at timestamptz,
  created_at timestamptz not null
);
comment on table portfolio.question is 'shared: questions of offices; the asking town writes, all towns read what is not hidden';
create index question_newest on portfolio.question (created_at desc, id desc) where published;
create index question_open on portfolio.question (created_at desc, id desc) where published and solved_by is null;
create index question_town on portfolio.question (town, created_at desc);
create index question_entry on portfolio.question (entry, created_at desc) where entry is not null;
select platform.share('portfolio.question');

create table portfolio.answer (
  id uuid primary key,
  town text not null,
  published boolean not null default true,
  question_id uuid not null,
  text text not null check (text <> ''),
  -- Until when its own town has looked at objections.
  reviewed_at timestamptz not null,
  corrected_at timestamptz,
  created_at timestamptz not null
);
comment on table portfolio.answer is 'shared: answers of offices; the answering town writes, all towns read what is not hidden';
create index answer_question on portfolio.answer (question_id, created_at, id);
create index answer_town on portfolio.answer (town, created_at desc);
select platform.share('portfolio.answer');

-- An office of another town says that something should not stand so. The owning town decides; nobody else can change the text.
create table portfolio.objection (
  id uuid primary key,
  town text not null,
  published boolean not null default true,
  thing text not null check (thing in ('question', 'answer')),
  thing_id uuid not null,
  -- The town whose text it is.
  thing_town text not null,
  reason text not null check (reason <> ''),
  created_at timestamptz not null,
  unique (town, thing, thing_id)
);
comment on table portfolio.objection is 'shared: what offices object to in texts of other towns; the objecting town writes, the owning town reads';
create index objection_owner on portfolio.objection (thing_town, created_at desc);
select platform.share('portfolio.objection');
