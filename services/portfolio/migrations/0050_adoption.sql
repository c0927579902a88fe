-- Adoption: what a town has taken over, what it was like then, who runs what since when, and what this proves about an entry.

-- A thing of another town that was written here. Its origin stays with it for good.
create table portfolio.installation (
  tenant_id text not null,
  id uuid not null,
  entry_id uuid not null,
  -- As they were told when it was taken over: the entry may be gone one day.
  entry_town text not null,
  title jsonb not null,
  licence text not null,
  source_url text,
  -- `<service>.<kind>`, and which thing of this town it has become; null until it is written.
  kind text not null,
  local_ref text,
  href text,
  state text not null check (state in ('installing', 'running', 'updating', 'ended')),
  -- The version of the entry that was taken over last, with its files: what both sides have in common.
  version_number int not null,
  version_label text not null,
  base jsonb not null,
  base_sha256 text not null,
  -- What is being written right now, as `Pending` of adoption/schema.ts; repeated until it stands or is undone.
  pending jsonb,
  updates int not null default 0,
  merges int not null default 0,
  account_id uuid,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint installation_pk primary key (tenant_id, id)
);
create unique index installation_once on portfolio.installation (tenant_id, entry_id) where state <> 'ended';
create index installation_changed on portfolio.installation (tenant_id, changed_at desc, id);
create index installation_waiting on portfolio.installation (tenant_id, state) where state in ('installing', 'updating');

-- How the town's thing looked before something was written over it. Nothing is lost.
create table portfolio.installation_version (
  tenant_id text not null,
  installation_id uuid not null,
  number int not null check (number > 0),
  reason text not null check (reason in ('before-update', 'before-restore', 'found')),
  files jsonb not null,
  sha256 text not null,
  -- What both sides had in common at that time.
  base jsonb not null,
  version_number int not null,
  version_label text not null,
  created_at timestamptz not null,
  constraint installation_version_pk primary key (tenant_id, installation_id, number),
  constraint installation_version_of foreign key (tenant_id, installation_id) references portfolio.installation (tenant_id, id)
);

-- Evidence that an entry is used, kept in the town "~commons". Which town it was says a keyed hash that is another one for each entry.
create table portfolio.evidence (
  tenant_id text not null,
  entry_id uuid not null,
  town_hash text not null,
  kind text not null check (kind in ('installed', 'running', 'updated', 'merged', 'reported', 'contact', 'running-6', 'running-12')),
  -- True when the town lets itself be named; only then small numbers count in public.
  named boolean not null,
  created_at timestamptz not null,
  constraint evidence_pk primary key (tenant_id, entry_id, town_hash, kind)
);

-- Entries that came as a package of another installation: where they are looked for again, and through which hands they have gone.
create table portfolio.package_source (
  tenant_id text not null,
  entry_id uuid not null,
  -- Address of the package; null for a file that somebody handed over.
  fetched_from text,
  -- Addresses of the entry in earlier installations, the first origin first.
  origin jsonb not null,
  checked_at timestamptz not null,
  -- Why the last look failed, as a code.
  failed text,
  created_at timestamptz not null,
  constraint package_source_pk primary key (tenant_id, entry_id)
);

select platform.protect('portfolio.' || t), platform.distribute('portfolio.' || t) from unnest(array['installation', 'installation_version', 'evidence', 'package_source']) t;

-- Who runs what since when. Seen by other towns only while its town lets itself be named.
create table portfolio.adoption (
  -- The id of the installation, where there is one.
  id uuid primary key,
  town text not null,
  published boolean not null default false,
  entry_id uuid not null,
  -- `named`: in public; `named-report`: in public, effort and contact follow; `counted`: without a name.
  consent text not null check (consent in ('named', 'named-report', 'counted')),
  state text not null check (state in ('planned', 'running', 'ended')),
  version_label text not null default '',
  since date not null,
  ended_on date,
  effort_days int check (effort_days >= 0),
  once_cents bigint check (once_cents >= 0),
  yearly_cents bigint check (yearly_cents >= 0),
  -- An office with a function mailbox, never a person.
  contact_office text not null default '',
  contact_email text,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  check (published = (consent <> 'counted' and state <> 'ended')),
  unique (id, town)
);
comment on table portfolio.adoption is 'shared: who runs what since when; its town writes, all read where it lets itself be named';
create unique index adoption_once on portfolio.adoption (town, entry_id) where state <> 'ended';
create index adoption_of_entry on portfolio.adoption (entry_id, since) where published;
create index adoption_since on portfolio.adoption (town, since);
select platform.share('portfolio.adoption');

-- What a town has learnt in taking it over: what worked, what to beware of.
create table portfolio.lesson (
  adoption_id uuid not null,
  kind text not null check (kind in ('worked', 'beware')),
  town text not null,
  published boolean not null default false,
  entry_id uuid not null,
  text text not null check (text <> ''),
  created_at timestamptz not null,
  primary key (adoption_id, kind),
  foreign key (adoption_id, town) references portfolio.adoption (id, town) on delete cascade
);
comment on table portfolio.lesson is 'shared: lessons of those who took an entry over; its town writes, all read where it lets itself be named';
create index lesson_of_entry on portfolio.lesson (entry_id) where published;
select platform.share('portfolio.lesson');
