-- The shelf: what towns offer each other. Shared tables: the owning town writes, all towns of the installation read what is published.
-- Rows of the town "~commons" belong to nobody in particular: what the platform itself ships.

create table portfolio.entry (
  id uuid primary key,
  town text not null,
  published boolean not null default false,
  -- The four classes of the final report.
  class text not null check (class in ('concept', 'templates-and-procedures', 'building-block', 'licence-free-solution')),
  -- `<service>.<kind>` of an item that can be installed; `software` for programs; `reading` for what is only read.
  kind text not null,
  -- Which thing of its kind, in the town that owns it.
  item_ref text,
  title jsonb not null,
  summary jsonb not null,
  -- Which problem it solves, and what it is, in plain words; the small part of Markdown that the catalogue shows.
  problem text not null default '',
  description text not null default '',
  licence text not null,
  languages text[] not null default '{}',
  topics text[] not null default '{}',
  origin text not null check (origin in ('own', 'shipped', 'publiccode', 'package')),
  -- Repository, page, or the catalogue of another installation it came from.
  source_url text,
  page_url text,
  -- An office, never a person: { office, email, phone, url }
  contact jsonb not null default '{}',
  -- { daysMin, daysMax, note } of work until it runs, and { onceCents, yearlyCents, note }
  effort jsonb not null default '{}',
  cost jsonb not null default '{}',
  -- A service of this platform, a project of the owning town.
  service text,
  project text,
  publiccode jsonb,
  vitality jsonb,
  current_version int,
  retired_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  unique (id, town)
);
comment on table portfolio.entry is 'shared: what towns offer each other; its town writes, all read what is published';
create index entry_town on portfolio.entry (town, changed_at desc);
create unique index entry_item on portfolio.entry (town, kind, item_ref) where item_ref is not null;
create index entry_newest on portfolio.entry (changed_at desc, id) where published;
select platform.share('portfolio.entry');

create table portfolio.entry_version (
  entry_id uuid not null,
  number int not null check (number > 0),
  town text not null,
  published boolean not null default false,
  -- As people call it.
  label text not null,
  -- What has changed.
  note text not null default '',
  -- Files as ReuseFile[]; null for entries that only describe.
  files jsonb,
  sha256 text,
  created_at timestamptz not null,
  primary key (entry_id, number),
  -- A version belongs to whom its entry belongs.
  foreign key (entry_id, town) references portfolio.entry (id, town) on delete cascade
);
comment on table portfolio.entry_version is 'shared: each version of an entry, never changed; its town writes, all read what is published';
select platform.share('portfolio.entry_version');
