-- Cases of confidential help. Nothing here says who the person is or what they wrote: keyed hashes, public keys, ciphertext, days.
-- In rows of the person `created_at` is midnight of the day, because a moment betrays people: who was seen at the desk at 10:14?

create table help_chat.case_file (
  tenant_id text not null,
  -- Drawn at random in the person's browser.
  id uuid not null,
  -- Keyed hash of what the person's secret leads to. Without the secret nobody computes it, without the key nobody compares it.
  lookup_hash bytea not null check (octet_length(lookup_hash) = 32),
  sign_key text not null,
  box_key text not null,
  lane text not null default 'counsel' check (lane in ('counsel', 'report')),
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_on date not null,
  -- When it became a report in the sense of the HinSchG.
  declared_on date,
  closed_on date,
  -- First day on which nothing of it may be there any more.
  erase_on date,
  -- The last envelope. Kept here so that the next one waits for this row alone.
  head_seq int not null check (head_seq >= -1),
  head_hash text,
  head_from text not null,
  head_day date not null,
  epoch int not null check (epoch >= 1),
  survey_open boolean not null default false,
  created_at timestamptz not null,
  constraint case_file_pk primary key (tenant_id, id),
  constraint case_file_lookup unique (tenant_id, lookup_hash),
  constraint case_file_declared check ((lane = 'report') = (declared_on is not null)),
  constraint case_file_closed check ((state = 'closed') = (closed_on is not null) and (state = 'closed') = (erase_on is not null)),
  constraint case_file_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin'))
);
create index case_file_erase on help_chat.case_file (tenant_id, erase_on) where erase_on is not null;

-- Which confidants have a copy of the current key (reader) or a share of it (holder): the inbox, in its order.
create table help_chat.case_reader (
  tenant_id text not null,
  case_id uuid not null,
  confidant_id uuid not null,
  mine text not null check (mine in ('reader', 'holder')),
  state text not null check (state in ('open', 'closed')),
  -- The next deadline of the case, if one runs.
  due_on date,
  created_at timestamptz not null,
  constraint case_reader_pk primary key (tenant_id, case_id, confidant_id),
  constraint case_reader_case foreign key (tenant_id, case_id) references help_chat.case_file (tenant_id, id)
);
create index case_reader_inbox on help_chat.case_reader (tenant_id, confidant_id, mine desc, state desc, due_on, case_id);

create table help_chat.epoch (
  tenant_id text not null,
  case_id uuid not null,
  epoch int not null check (epoch >= 1),
  made_by text not null,
  from_seq int not null check (from_seq >= 0),
  threshold int not null,
  prev text,
  commit text not null,
  proof text,
  signature text not null,
  hash text not null,
  created_at timestamptz not null,
  constraint epoch_pk primary key (tenant_id, case_id, epoch),
  constraint epoch_case foreign key (tenant_id, case_id) references help_chat.case_file (tenant_id, id),
  constraint epoch_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin'))
);

-- Key material, and nothing else, in a table of its own: what is deleted here can never be read again.
create table help_chat.key_copy (
  tenant_id text not null,
  case_id uuid not null,
  epoch int not null,
  kind text not null check (kind in ('copy', 'share')),
  -- Place in the signed list.
  pos int not null check (pos >= 0),
  party text not null,
  box text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  constraint key_copy_pk primary key (tenant_id, case_id, epoch, kind, pos),
  constraint key_copy_epoch foreign key (tenant_id, case_id, epoch) references help_chat.epoch (tenant_id, case_id, epoch),
  constraint key_copy_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin'))
);
alter table help_chat.key_copy alter column sealed set storage external;

create table help_chat.envelope (
  tenant_id text not null,
  case_id uuid not null,
  seq int not null check (seq >= 0),
  -- The one before; the key below leaves no gap.
  before_seq int generated always as (nullif(seq, 0) - 1) stored,
  epoch int not null,
  from_party text not null,
  to_hash text not null,
  prev text,
  nonce text not null,
  body bytea not null,
  signature text not null,
  hash text not null,
  -- Length of what is inside, padded, in KiB.
  bucket int not null,
  day date not null,
  created_at timestamptz not null,
  constraint envelope_pk primary key (tenant_id, case_id, seq),
  constraint envelope_without_gap foreign key (tenant_id, case_id, before_seq) references help_chat.envelope (tenant_id, case_id, seq),
  constraint envelope_epoch foreign key (tenant_id, case_id, epoch) references help_chat.epoch (tenant_id, case_id, epoch),
  constraint envelope_chained check ((seq = 0) = (prev is null)),
  -- Seven lengths and no other, 16 bytes of them the seal: how much somebody wrote is told by nothing finer.
  constraint envelope_bucket check (bucket in (1, 2, 4, 8, 16, 32, 64) and octet_length(body) = bucket * 1024 + 16),
  constraint envelope_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin') and day = (created_at at time zone 'Europe/Berlin')::date)
);
-- Ciphertext does not become smaller.
alter table help_chat.envelope alter column body set storage external;

create table help_chat.attachment (
  tenant_id text not null,
  id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('arriving', 'there')),
  chunks int not null check (chunks >= 0),
  day date not null,
  created_at timestamptz not null,
  constraint attachment_pk primary key (tenant_id, id),
  constraint attachment_case foreign key (tenant_id, case_id) references help_chat.case_file (tenant_id, id),
  constraint attachment_day check (created_at = date_trunc('day', created_at, 'Europe/Berlin'))
);
create index attachment_of_case on help_chat.attachment (tenant_id, case_id);
create index attachment_arriving on help_chat.attachment (tenant_id, day) where state = 'arriving';

-- In the database and not in the file store, so that a file goes in the same transaction as its key, and no file system keeps a moment.
create table help_chat.attachment_part (
  tenant_id text not null,
  attachment_id uuid not null,
  n int not null check (n >= 0),
  bytes bytea not null,
  created_at timestamptz not null,
  constraint attachment_part_pk primary key (tenant_id, attachment_id, n),
  constraint attachment_part_of foreign key (tenant_id, attachment_id) references help_chat.attachment (tenant_id, id)
);
alter table help_chat.attachment_part alter column bytes set storage external;

-- Opening a case that nobody reads any more: who asks and why is seen by all confidants of the town.
create table help_chat.escrow_request (
  tenant_id text not null,
  id uuid not null,
  case_id uuid not null,
  epoch int not null,
  confidant_id uuid not null,
  box text not null,
  reason text not null check (reason <> ''),
  state text not null default 'open' check (state in ('open', 'opened', 'withdrawn')),
  asked_on date not null,
  created_at timestamptz not null,
  constraint escrow_request_pk primary key (tenant_id, id),
  constraint escrow_request_case foreign key (tenant_id, case_id) references help_chat.case_file (tenant_id, id)
);
create index escrow_request_open on help_chat.escrow_request (tenant_id, state, asked_on, id);
create unique index escrow_request_once on help_chat.escrow_request (tenant_id, case_id) where state = 'open';

create table help_chat.escrow_share (
  tenant_id text not null,
  request_id uuid not null,
  confidant_id uuid not null,
  sealed text not null,
  created_at timestamptz not null,
  constraint escrow_share_pk primary key (tenant_id, request_id, confidant_id),
  constraint escrow_share_of foreign key (tenant_id, request_id) references help_chat.escrow_request (tenant_id, id)
);

-- Address of a confidant's calendar of deadlines. It lies in the home town; only its hash is kept.
create table help_chat.calendar_token (
  tenant_id text not null,
  account_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  constraint calendar_token_pk primary key (tenant_id, account_id),
  constraint calendar_token_known unique (tenant_id, token_hash)
);

-- Proofs of work and waiting tickets that have begun a case, so that none begins two. They go when they would have ended anyway.
create table help_chat.spent_work (
  tenant_id text not null,
  hash bytea not null,
  -- Rounded up to the hour.
  expires_at timestamptz not null,
  constraint spent_work_pk primary key (tenant_id, hash)
);
comment on table help_chat.spent_work is 'no created_at: the moment at which a case began must not be written anywhere.';
create index spent_work_over on help_chat.spent_work (tenant_id, expires_at);

select platform.protect(format('help_chat.%s', name)), platform.distribute(format('help_chat.%s', name)) from unnest(array[
  'case_file', 'case_reader', 'epoch', 'key_copy', 'envelope', 'attachment', 'attachment_part', 'escrow_request', 'escrow_share', 'calendar_token', 'spent_work'
]) as name;
