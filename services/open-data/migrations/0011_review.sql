-- Two steps before a dataset of the town's own is published: the department checks, then the group decides. Reasons stay.
create table open_data.review (
  tenant_id text not null,
  id uuid not null,
  -- The draft, whose id is that of the dataset. No foreign key: the draft ends with publication, the review stays.
  draft_id uuid not null,
  -- Counts how often the draft was sent in, from 1.
  round int not null,
  organisation_id uuid not null,
  title text not null,
  state text not null check (state in ('checking', 'deciding', 'accepted', 'released', 'returned', 'refused')),
  -- Revision of the draft that was sent in: what is decided is what was read.
  revision int not null,
  note text not null default '',
  release_at timestamptz,
  -- When the present step began, and when it should be done.
  waiting_since timestamptz not null,
  due_at timestamptz,
  -- What the town publishes about a refusal: grounds of the catalogue of criteria and a reason without people.
  grounds text[] not null default '{}',
  public_reason text not null default '',
  submitted_by uuid,
  checked_by uuid,
  created_at timestamptz not null,
  decided_at timestamptz,
  released_at timestamptz,
  constraint review_pk primary key (tenant_id, id),
  constraint review_round_key unique (tenant_id, draft_id, round)
);
create index review_by_state on open_data.review (tenant_id, state, due_at, id);

-- What one person has found: the department in its check, the members of the group when they decide.
create table open_data.review_vote (
  tenant_id text not null,
  id uuid not null,
  review_id uuid not null,
  stage text not null check (stage in ('check', 'decide')),
  verdict text not null check (verdict in ('accept', 'return', 'refuse')),
  -- Version of the catalogue of criteria, and the answer to each of its questions by code.
  catalogue text not null,
  answers jsonb not null,
  grounds text[] not null default '{}',
  reasons text not null default '',
  public_reason text not null default '',
  voted_by uuid,
  created_at timestamptz not null,
  constraint review_vote_pk primary key (tenant_id, id),
  constraint review_vote_once_key unique (tenant_id, review_id, stage, voted_by),
  constraint review_vote_review_fk foreign key (tenant_id, review_id) references open_data.review (tenant_id, id) on delete cascade
);

-- Questions that a town adds to the catalogue of criteria. A retired one is asked no more; old answers keep their question.
create table open_data.review_criterion (
  tenant_id text not null,
  id uuid not null,
  code text not null,
  stage text not null check (stage in ('check', 'decide')),
  ground text not null,
  question jsonb not null,
  weight int not null check (weight between 1 and 5),
  knock_out boolean not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  constraint review_criterion_pk primary key (tenant_id, id),
  constraint review_criterion_code_key unique (tenant_id, code)
);

-- How a town reviews. No row: the usual values.
create table open_data.review_setting (
  tenant_id text not null,
  check_days int not null check (check_days between 1 and 90),
  decide_days int not null check (decide_days between 1 and 90),
  -- Groups of fewer than so many people count as a risk.
  smallest_group int not null check (smallest_group between 2 and 100),
  created_at timestamptz not null,
  constraint review_setting_pk primary key (tenant_id)
);

-- Looking for people in a file before it is published: once for each upload and version of the rules.
create table open_data.scan (
  tenant_id text not null,
  version_id uuid not null,
  dataset_id uuid not null,
  state text not null check (state in ('done', 'failed')),
  rules int not null,
  smallest_group int not null,
  row_count bigint not null,
  column_count int not null,
  milliseconds int not null,
  failure text not null default '',
  created_at timestamptz not null,
  constraint scan_pk primary key (tenant_id, version_id)
);
create index scan_of_dataset on open_data.scan (tenant_id, dataset_id);

-- What looks like people, with masked examples only. A person decides about each, and says why.
create table open_data.scan_finding (
  tenant_id text not null,
  id uuid not null,
  version_id uuid not null,
  dataset_id uuid not null,
  kind text not null,
  -- Columns of the table concerned; several for combinations.
  fields text[] not null,
  -- Whether a person must decide about it before publication; the others are shown only.
  serious boolean not null,
  hits bigint not null,
  of_rows bigint not null,
  examples text[] not null,
  decision text check (decision in ('false-alarm', 'allowed', 'aggregated')),
  reason text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  constraint scan_finding_pk primary key (tenant_id, id),
  constraint scan_finding_scan_fk foreign key (tenant_id, version_id) references open_data.scan (tenant_id, version_id) on delete cascade
);
create index scan_finding_of_version on open_data.scan_finding (tenant_id, version_id);
create index scan_finding_of_dataset on open_data.scan_finding (tenant_id, dataset_id);

do $$ declare t text; begin
  foreach t in array array['review', 'review_vote', 'review_criterion', 'review_setting', 'scan', 'scan_finding'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
