-- The confidential office: its settings, its confidants in each town they serve, their keys, their training, agreements between towns.

create table help_chat.office (
  tenant_id text not null,
  -- Null: as the town calls the service.
  office_name text,
  -- What stands below the icon on the telephone, so that nobody sees what it is.
  app_name text not null default 'Notizen',
  -- Where the quick exit leads.
  exit_url text not null default '/',
  -- So many holders of shares together open a case that nobody can read any more; 0: nobody ever can.
  threshold integer not null default 2 check (threshold between 0 and 9 and threshold <> 1),
  promise_hours integer not null default 48 check (promise_hours between 1 and 240),
  phone text,
  room text,
  external_offices text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint office_pk primary key (tenant_id)
);

-- One row in each town that a confidant serves, with the same id. The row of the home town is the true one; the others are copies of it, so that
-- whatever a town needs to know lies in that town.
create table help_chat.confidant (
  tenant_id text not null,
  id uuid not null,
  home_town text not null,
  -- The account in the home town. Emptied when the account is erased; without it nobody is a confidant.
  account_id uuid,
  name text,
  gender text check (gender in ('female', 'male', 'diverse')),
  -- A file of the home town.
  photo_file uuid,
  photo_text text,
  languages text[] not null default '{}',
  unit text,
  about text,
  -- [{ "day": 1, "from": "09:00", "until": "12:00" }], Monday is 1.
  hours jsonb not null default '[]',
  topics text[] not null default '{}',
  -- Takes new cases at present.
  takes_new boolean not null default true,
  holder boolean not null default false,
  absent_from date,
  absent_until date,
  substitute_id uuid,
  state text not null default 'active' check (state in ('active', 'ended')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint confidant_pk primary key (tenant_id, id),
  constraint confidant_absence check ((absent_from is null) = (absent_until is null) and absent_from <= absent_until),
  constraint confidant_no_own_substitute check (substitute_id <> id)
);
create unique index confidant_account on help_chat.confidant (tenant_id, home_town, account_id) where account_id is not null and state = 'active';

-- Public keys, each signed by itself and by the one before. Stays after somebody has left: what they signed must still be verified.
create table help_chat.key_statement (
  tenant_id text not null,
  confidant_id uuid not null,
  n integer not null check (n >= 1),
  statement jsonb not null,
  created_at timestamptz not null,
  constraint key_statement_pk primary key (tenant_id, confidant_id, n),
  constraint key_statement_confidant foreign key (tenant_id, confidant_id) references help_chat.confidant (tenant_id, id)
);

-- Private keys, locked by a phrase that only the confidant knows.
create table help_chat.vault (
  tenant_id text not null,
  confidant_id uuid not null,
  vault jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint vault_pk primary key (tenant_id, confidant_id),
  constraint vault_confidant foreign key (tenant_id, confidant_id) references help_chat.confidant (tenant_id, id)
);

-- What a confidant has learnt (§ 15 (2) HinSchG), in the home town.
create table help_chat.training (
  tenant_id text not null,
  id uuid not null,
  confidant_id uuid not null,
  account_id uuid,
  title text not null check (title <> ''),
  done_on date not null,
  valid_until date check (valid_until >= done_on),
  -- 'course': the course of this service says so; 'office': the head of the office entered it; 'self': the confidant did.
  source text not null check (source in ('course', 'office', 'self')),
  created_at timestamptz not null,
  constraint training_pk primary key (tenant_id, id)
);
create index training_confidant on help_chat.training (tenant_id, confidant_id, done_on desc);

-- A town's own side of an agreement. It holds only while both towns say 'agreed', each in its own row: nobody can say it for the other.
create table help_chat.agreement (
  tenant_id text not null,
  other_town text not null,
  side text not null check (side in ('village', 'office')),
  state text not null check (state in ('asked', 'agreed', 'refused', 'ended')),
  said_on date not null,
  created_at timestamptz not null,
  constraint agreement_pk primary key (tenant_id, other_town, side)
);

-- Who of the office serves the village; kept by the office.
create table help_chat.serving (
  tenant_id text not null,
  village text not null,
  confidant_id uuid not null,
  created_at timestamptz not null,
  constraint serving_pk primary key (tenant_id, village, confidant_id),
  constraint serving_confidant foreign key (tenant_id, confidant_id) references help_chat.confidant (tenant_id, id)
);

select platform.protect('help_chat.office'), platform.protect('help_chat.confidant'), platform.protect('help_chat.key_statement'), platform.protect('help_chat.vault'),
  platform.protect('help_chat.training'), platform.protect('help_chat.agreement'), platform.protect('help_chat.serving');
select platform.distribute('help_chat.office'), platform.distribute('help_chat.confidant');
select platform.distribute('help_chat.key_statement'), platform.distribute('help_chat.vault'), platform.distribute('help_chat.training'), platform.distribute('help_chat.agreement'), platform.distribute('help_chat.serving');
