-- Who can set up or look after what the catalogue offers: companies and public IT houses, with a function mailbox, never a person.

create table portfolio.supplier (
  id uuid primary key,
  town text not null,
  published boolean not null default false,
  company text not null,
  website text,
  -- A function mailbox.
  mailbox text,
  region text not null,
  -- What they do for it: setting up, hosting, training, further development.
  does text[] not null,
  offer text not null default '',
  -- The entries they look after, of whatever town.
  entries uuid[] not null default '{}',
  changed_at timestamptz not null,
  created_at timestamptz not null
);
comment on table portfolio.supplier is 'shared: who can look after an entry; the town that recorded it writes, all read what is published';
create index supplier_town on portfolio.supplier (town, company);
create index supplier_entries on portfolio.supplier using gin (entries);
select platform.share('portfolio.supplier');
-- What the platform ships, one look for each start.
create index entry_shipped on portfolio.entry (town, id) where origin = 'shipped';
