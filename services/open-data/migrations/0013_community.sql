-- People ask for data, talk about them, show what they made of them and want to be told: what the portal hears from its readers.
create table open_data.request (
  tenant_id text not null,
  id uuid not null,
  -- Counted by town: what people name on the telephone and what stands in the address.
  number int not null,
  title text not null,
  purpose text not null default '',
  organisation_id uuid,
  account_id uuid,
  -- Keyed hash of the code with which a guest comes back.
  return_hash text,
  -- 'waiting': of a guest, not shown before somebody has read it; 'rejected': read and not shown.
  state text not null check (state in ('waiting', 'rejected', 'new', 'clarification', 'accepted', 'published', 'refused', 'duplicate')),
  -- The day by which the town answers, and the day by which accepted data are promised.
  answer_by date not null,
  expected_on date,
  duplicate_of uuid,
  shown_at timestamptz,
  answered_at timestamptz,
  published_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint request_pk primary key (tenant_id, id),
  constraint request_number_key unique (tenant_id, number),
  constraint request_organisation_fk foreign key (tenant_id, organisation_id) references open_data.organisation (tenant_id, id),
  constraint request_duplicate_fk foreign key (tenant_id, duplicate_of) references open_data.request (tenant_id, id)
);
create index request_newest on open_data.request (tenant_id, state, shown_at desc);
create index request_author on open_data.request (tenant_id, account_id) where account_id is not null;
create index request_return on open_data.request (tenant_id, return_hash) where return_hash is not null;

-- Everything that happened to a request, in order: its public timeline.
create table open_data.request_event (
  tenant_id text not null,
  id uuid not null,
  request_id uuid not null,
  state text not null,
  text text not null default '',
  from_office boolean not null,
  -- False: a guest's word that nobody has read yet.
  shown boolean not null,
  made_by uuid,
  created_at timestamptz not null,
  constraint request_event_pk primary key (tenant_id, id),
  constraint request_event_request_fk foreign key (tenant_id, request_id) references open_data.request (tenant_id, id) on delete cascade
);
create index request_event_of on open_data.request_event (tenant_id, request_id, created_at);

create table open_data.request_vote (
  tenant_id text not null,
  request_id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null,
  constraint request_vote_pk primary key (tenant_id, request_id, account_id),
  constraint request_vote_request_fk foreign key (tenant_id, request_id) references open_data.request (tenant_id, id) on delete cascade
);
create index request_vote_by on open_data.request_vote (tenant_id, account_id);

-- What answers a request. No foreign key to the dataset: it may be a draft still, and then has the id of the dataset it becomes.
create table open_data.request_dataset (
  tenant_id text not null,
  request_id uuid not null,
  dataset_id uuid not null,
  created_at timestamptz not null,
  constraint request_dataset_pk primary key (tenant_id, request_id, dataset_id),
  constraint request_dataset_request_fk foreign key (tenant_id, request_id) references open_data.request (tenant_id, id) on delete cascade
);
create index request_dataset_of on open_data.request_dataset (tenant_id, dataset_id);

-- What people say about a dataset; answers hang below one post and never deeper.
create table open_data.discussion_post (
  tenant_id text not null,
  id uuid not null,
  dataset_id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('question', 'remark', 'error', 'answer')),
  text text not null,
  account_id uuid,
  from_office boolean not null,
  state text not null check (state in ('open', 'answered', 'mended', 'hidden', 'removed')),
  -- Why an editor has hidden it.
  hidden_reason text,
  created_at timestamptz not null,
  edited_at timestamptz,
  constraint discussion_post_pk primary key (tenant_id, id),
  constraint discussion_post_dataset_fk foreign key (tenant_id, dataset_id) references open_data.dataset (tenant_id, id) on delete cascade,
  constraint discussion_post_parent_fk foreign key (tenant_id, parent_id) references open_data.discussion_post (tenant_id, id) on delete cascade,
  constraint discussion_post_depth check ((kind = 'answer') = (parent_id is not null))
);
create index discussion_post_of on open_data.discussion_post (tenant_id, dataset_id, created_at desc);
create index discussion_post_below on open_data.discussion_post (tenant_id, parent_id, created_at) where parent_id is not null;
create index discussion_post_by on open_data.discussion_post (tenant_id, account_id) where account_id is not null;

create table open_data.discussion_report (
  tenant_id text not null,
  id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  reason text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint discussion_report_pk primary key (tenant_id, id),
  constraint discussion_report_once unique (tenant_id, post_id, account_id),
  constraint discussion_report_post_fk foreign key (tenant_id, post_id) references open_data.discussion_post (tenant_id, id) on delete cascade
);
create index discussion_report_open on open_data.discussion_report (tenant_id, created_at) where closed_at is null;

-- "Thank you" to the office that publishes a dataset; shown as a number.
create table open_data.gratitude (
  tenant_id text not null,
  dataset_id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null,
  constraint gratitude_pk primary key (tenant_id, dataset_id, account_id),
  constraint gratitude_dataset_fk foreign key (tenant_id, dataset_id) references open_data.dataset (tenant_id, id) on delete cascade
);
create index gratitude_by on open_data.gratitude (tenant_id, account_id);

-- Showcases come from people: an editor looks at each before it is shown.
alter table open_data.showcase
  add column state text not null default 'shown' check (state in ('waiting', 'shown', 'returned')),
  add column account_id uuid,
  add column source_code_url text,
  add column code_licence text,
  -- A picture in the file store, and what it shows.
  add column picture_file text,
  add column picture_type text,
  add column picture_text text,
  add column returned_reason text;
create index showcase_by_state on open_data.showcase (tenant_id, state, created_at);
create index showcase_by_account on open_data.showcase (tenant_id, account_id) where account_id is not null;

-- An address that wants mail. Confirmed once; the rhythm is that of the summaries.
create table open_data.follower (
  tenant_id text not null,
  id uuid not null,
  mail text not null,
  account_id uuid,
  locale text not null,
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  -- Everything up to here has been told.
  told_through timestamptz not null,
  created_at timestamptz not null,
  constraint follower_pk primary key (tenant_id, id),
  constraint follower_mail_key unique (tenant_id, mail)
);
create index follower_account on open_data.follower (tenant_id, account_id) where account_id is not null;
create index follower_due on open_data.follower (tenant_id, rhythm, told_through);

create table open_data.follow (
  tenant_id text not null,
  id uuid not null,
  follower_id uuid not null,
  kind text not null check (kind in ('dataset', 'organisation', 'theme', 'search', 'request')),
  -- Id of the dataset, publisher or request; code of the theme; the search as in the address.
  subject text not null,
  label text not null,
  confirmed_at timestamptz,
  -- The last event of a request that was told, for whoever follows one.
  told_event uuid,
  created_at timestamptz not null,
  constraint follow_pk primary key (tenant_id, id),
  constraint follow_once unique (tenant_id, follower_id, kind, subject),
  constraint follow_follower_fk foreign key (tenant_id, follower_id) references open_data.follower (tenant_id, id) on delete cascade
);
create index follow_of on open_data.follow (tenant_id, kind, subject);

create table open_data.hackday (
  tenant_id text not null,
  id uuid not null,
  name text not null check (name ~ '^[a-z0-9][a-z0-9_-]*$'),
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  programme text not null,
  accessibility text not null,
  seats int check (seats > 0),
  state text not null check (state in ('draft', 'shown', 'cancelled')),
  created_at timestamptz not null,
  constraint hackday_pk primary key (tenant_id, id),
  constraint hackday_name_key unique (tenant_id, name),
  constraint hackday_order check (ends_at > starts_at)
);
create index hackday_by_start on open_data.hackday (tenant_id, starts_at desc);

create table open_data.hackday_challenge (
  tenant_id text not null,
  id uuid not null,
  hackday_id uuid not null,
  title text not null,
  text text not null,
  dataset_id uuid[] not null default '{}',
  request_id uuid,
  created_at timestamptz not null,
  constraint hackday_challenge_pk primary key (tenant_id, id),
  constraint hackday_challenge_hackday_fk foreign key (tenant_id, hackday_id) references open_data.hackday (tenant_id, id) on delete cascade
);
create index hackday_challenge_of on open_data.hackday_challenge (tenant_id, hackday_id, created_at);

create table open_data.hackday_result (
  tenant_id text not null,
  hackday_id uuid not null,
  showcase_id uuid not null,
  created_at timestamptz not null,
  constraint hackday_result_pk primary key (tenant_id, hackday_id, showcase_id),
  constraint hackday_result_hackday_fk foreign key (tenant_id, hackday_id) references open_data.hackday (tenant_id, id) on delete cascade,
  constraint hackday_result_showcase_fk foreign key (tenant_id, showcase_id) references open_data.showcase (tenant_id, id) on delete cascade
);
create index hackday_result_showcase on open_data.hackday_result (tenant_id, showcase_id);

create table open_data.hackday_registration (
  tenant_id text not null,
  hackday_id uuid not null,
  account_id uuid not null,
  -- Two weeks after the day nobody needs to know who was there.
  keep_until date not null,
  created_at timestamptz not null,
  constraint hackday_registration_pk primary key (tenant_id, hackday_id, account_id),
  constraint hackday_registration_hackday_fk foreign key (tenant_id, hackday_id) references open_data.hackday (tenant_id, id) on delete cascade
);
create index hackday_registration_by on open_data.hackday_registration (tenant_id, account_id);

do $$ declare t text; begin
  foreach t in array array['request', 'request_event', 'request_vote', 'request_dataset', 'discussion_post', 'discussion_report', 'gratitude', 'follower', 'follow', 'hackday', 'hackday_challenge', 'hackday_result', 'hackday_registration'] loop
    perform platform.protect('open_data.' || t);
    perform platform.distribute('open_data.' || t);
  end loop;
end $$;
