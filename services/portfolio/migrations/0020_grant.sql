-- Accounts of grants: what a notice grants, what was planned, called, paid, booked and proved. Bookings are never changed: a mistake is taken back by a counter-booking.

-- The notice of the authority and each of its changes: the one with the highest number holds.
create table portfolio.grant_notice (
  tenant_id text not null,
  -- Slug of the project that the account belongs to.
  project text not null check (project <> ''),
  number int not null check (number > 0),
  -- What the grant is for, as the notice calls it.
  purpose text not null check (purpose <> ''),
  authority text not null check (authority <> ''),
  reference text not null check (reference <> ''),
  noticed_on date not null,
  terms text not null check (terms in ('ANBest-G', 'ANBest-P')),
  financing text not null check (financing in ('share', 'fixed', 'gap', 'full')),
  -- Ten-thousandths of the eligible expenses, where a share is financed.
  rate_bp int check (rate_bp between 1 and 10000),
  most_cents bigint not null check (most_cents > 0),
  -- Held back until the final statement was examined.
  retained_cents bigint not null default 0 check (retained_cents >= 0),
  starts_on date not null,
  ends_on date not null,
  bound_until date,
  -- By how much a line may be exceeded when others save.
  line_limit_bp int not null default 2000 check (line_limit_bp between 0 and 10000),
  reason text not null default '',
  created_at timestamptz not null,
  constraint grant_notice_pk primary key (tenant_id, project, number),
  constraint grant_notice_days check (ends_on >= starts_on),
  constraint grant_notice_rate check ((financing = 'share') = (rate_bp is not null)),
  constraint grant_notice_retained check (retained_cents <= most_cents)
);
comment on table portfolio.grant_notice is 'Notices of grants and their changes, by project; the highest number holds';
select platform.protect('portfolio.grant_notice');
select platform.distribute('portfolio.grant_notice');

-- A line of the financing plan. Its key stays through all changes of the notice, so that bookings keep their place.
create table portfolio.grant_line (
  tenant_id text not null,
  project text not null,
  key text not null check (key ~ '^[a-z0-9-]{1,40}$'),
  position int not null,
  side text not null check (side in ('spending', 'own', 'grant', 'third')),
  title text not null check (title <> ''),
  created_at timestamptz not null,
  constraint grant_line_pk primary key (tenant_id, project, key)
);
comment on table portfolio.grant_line is 'Lines of the financing plan: kinds of spending, own share, the grant, money of third parties';
select platform.protect('portfolio.grant_line');
select platform.distribute('portfolio.grant_line');

create table portfolio.grant_plan (
  tenant_id text not null,
  project text not null,
  number int not null,
  key text not null,
  planned_cents bigint not null check (planned_cents >= 0),
  created_at timestamptz not null,
  constraint grant_plan_pk primary key (tenant_id, project, number, key),
  constraint grant_plan_line foreign key (tenant_id, project, key) references portfolio.grant_line (tenant_id, project, key),
  constraint grant_plan_notice foreign key (tenant_id, project, number) references portfolio.grant_notice (tenant_id, project, number)
);
comment on table portfolio.grant_plan is 'What a notice plans for each line; one row for each line and notice, so that earlier plans stay';
select platform.protect('portfolio.grant_plan');
select platform.distribute('portfolio.grant_plan');

create table portfolio.grant_call (
  tenant_id text not null,
  id uuid not null,
  project text not null,
  number int not null check (number > 0),
  -- The time in which the money is needed for payments that fall due.
  needed_from date not null,
  needed_until date not null,
  amount_cents bigint not null check (amount_cents > 0),
  reason text not null,
  state text not null check (state in ('draft', 'sent', 'paid', 'refused')),
  sent_on date,
  settled_on date,
  paid_cents bigint check (paid_cents > 0),
  refusal text,
  -- Who drafted it: the same person does not send it.
  account_id uuid not null,
  created_at timestamptz not null,
  constraint grant_call_pk primary key (tenant_id, id),
  constraint grant_call_number unique (tenant_id, project, number),
  constraint grant_call_days check (needed_until >= needed_from),
  constraint grant_call_sent check (state = 'draft' or sent_on is not null),
  constraint grant_call_paid check ((state = 'paid') = (paid_cents is not null)),
  constraint grant_call_settled check ((state in ('paid', 'refused')) = (settled_on is not null))
);
comment on table portfolio.grant_call is 'Calls for funds: what was asked for, sent, paid or refused';
select platform.protect('portfolio.grant_call');
select platform.distribute('portfolio.grant_call');

create table portfolio.grant_booking (
  tenant_id text not null,
  id uuid not null,
  project text not null,
  -- Running number of the account, without gaps in the order of booking.
  seq int not null check (seq > 0),
  line_key text not null,
  paid_on date not null,
  voucher text not null check (voucher <> ''),
  -- Who was paid, or who paid in.
  payee text not null check (payee <> ''),
  purpose text not null check (purpose <> ''),
  -- Whole amount of the voucher; negative takes another one back.
  amount_cents bigint not null check (amount_cents <> 0),
  -- The tax in it, and whether it counts: who may deduct it as input tax has not spent it.
  vat_cents bigint not null default 0,
  vat_eligible boolean not null default true,
  -- Ten-thousandths of the voucher that belong to the project.
  share_bp int not null default 10000 check (share_bp between 0 and 10000),
  -- What counts, computed once by rules/amount.ts and kept.
  eligible_cents bigint not null,
  role text not null check (role in ('entry', 'counter', 'replacement')),
  -- The booking that a counter-booking takes back, or a replacement stands for.
  corrects uuid,
  reason text not null default '',
  account_id uuid,
  created_at timestamptz not null,
  constraint grant_booking_pk primary key (tenant_id, id),
  constraint grant_booking_seq unique (tenant_id, project, seq),
  constraint grant_booking_once unique (tenant_id, corrects, role),
  constraint grant_booking_line foreign key (tenant_id, project, line_key) references portfolio.grant_line (tenant_id, project, key),
  constraint grant_booking_original foreign key (tenant_id, corrects) references portfolio.grant_booking (tenant_id, id),
  constraint grant_booking_role check ((role = 'entry') = (corrects is null)),
  constraint grant_booking_reason check (role = 'entry' or reason <> ''),
  constraint grant_booking_sign check (role = 'counter' or amount_cents > 0)
);
comment on table portfolio.grant_booking is 'Payments of an account. Rows are only added; the rights to change or delete them are taken away below';
create index grant_booking_day on portfolio.grant_booking (tenant_id, project, paid_on, seq);
create index grant_booking_by_line on portfolio.grant_booking (tenant_id, project, line_key, paid_on);
select platform.protect('portfolio.grant_booking');
select platform.distribute('portfolio.grant_booking');
-- Whoever holds the service cannot change the past either.
revoke update, delete on portfolio.grant_booking from svc_portfolio;

create table portfolio.grant_evidence (
  tenant_id text not null,
  -- Id of the stored file.
  id uuid not null,
  project text not null,
  booking_id uuid not null,
  file_title text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  created_at timestamptz not null,
  constraint grant_evidence_pk primary key (tenant_id, id),
  constraint grant_evidence_booking foreign key (tenant_id, booking_id) references portfolio.grant_booking (tenant_id, id)
);
comment on table portfolio.grant_evidence is 'Files that prove a booking, with the hash they had when they came in';
create index grant_evidence_of on portfolio.grant_evidence (tenant_id, booking_id);
create index grant_evidence_newest on portfolio.grant_evidence (tenant_id, project, created_at desc);
select platform.protect('portfolio.grant_evidence');
select platform.distribute('portfolio.grant_evidence');

create table portfolio.grant_statement (
  tenant_id text not null,
  id uuid not null,
  project text not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('interim', 'final')),
  from_day date not null,
  until_day date not null,
  -- What was done and reached, in the words of the project.
  narrative text not null default '',
  state text not null check (state in ('draft', 'submitted')),
  -- Of a submitted one: last booking that is in it, all its numbers, and the hash of both with every voucher.
  through_seq int,
  figures jsonb,
  sha256 text,
  submitted_at timestamptz,
  account_id uuid,
  created_at timestamptz not null,
  constraint grant_statement_pk primary key (tenant_id, id),
  constraint grant_statement_number unique (tenant_id, project, number),
  constraint grant_statement_days check (until_day >= from_day),
  constraint grant_statement_frozen check ((state = 'submitted') = (submitted_at is not null and figures is not null and sha256 is not null and through_seq is not null))
);
comment on table portfolio.grant_statement is 'Interim and final statements; submitted ones keep their numbers and hash';
select platform.protect('portfolio.grant_statement');
select platform.distribute('portfolio.grant_statement');

create table portfolio.grant_remark (
  tenant_id text not null,
  id uuid not null,
  project text not null,
  about text not null check (about in ('booking', 'statement')),
  about_id uuid not null,
  remark text not null check (remark <> ''),
  account_id uuid not null,
  created_at timestamptz not null,
  constraint grant_remark_pk primary key (tenant_id, id)
);
comment on table portfolio.grant_remark is 'Remarks of the auditors on a booking or a statement; never changed';
create index grant_remark_of on portfolio.grant_remark (tenant_id, project, about_id, created_at);
select platform.protect('portfolio.grant_remark');
select platform.distribute('portfolio.grant_remark');
