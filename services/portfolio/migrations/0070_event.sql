-- Transfer events: shared, so that all towns of the installation see where they can go. Who registered stays in the organising town.

create table portfolio.event (
  id uuid primary key,
  town text not null,
  -- True for published and cancelled events: whoever has one in a calendar must learn that it does not take place.
  published boolean not null default false,
  title text not null check (title <> ''),
  description text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- An address where people meet, an https link where they dial in, or both.
  place text,
  link text,
  invited text not null default '',
  -- Null: nobody counts them.
  seats int check (seats > 0),
  register_until timestamptz not null,
  topics text[] not null default '{}',
  -- Entries of the catalogue it is about, of any town.
  entries uuid[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  -- Why it does not take place, for those who had registered.
  cancel_note text not null default '',
  -- RFC 5545, 3.8.7.4: grows with each change that somebody with the event in the calendar must learn.
  sequence int not null default 0,
  -- How many hold a seat and how many wait: other towns cannot count them, and they outlive the names.
  registered int not null default 0 check (registered >= 0),
  waiting int not null default 0 check (waiting >= 0),
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint event_span check (ends_at > starts_at),
  constraint event_register check (register_until <= starts_at),
  constraint event_seen check (published = (state <> 'draft')),
  constraint event_somewhere check (place is not null or link is not null)
);
comment on table portfolio.event is 'shared: transfer events; the organising town writes, all towns read what is published';
create index event_start on portfolio.event (starts_at, id) where published;
create index event_town on portfolio.event (town, starts_at);
select platform.share('portfolio.event');

create table portfolio.event_registration (
  tenant_id text not null,
  id uuid not null,
  event_id uuid not null,
  name text not null,
  email text not null,
  organisation text not null,
  -- What somebody needs to take part, in their words.
  needs text,
  -- Language of the letters.
  locale text not null,
  -- `asked` until the link of the mail was opened; who withdraws is deleted at once.
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'waiting')),
  -- The order of the waiting list.
  confirmed_at timestamptz,
  reminded_at timestamptz,
  -- The sequence of the event that the last letter told of.
  told_sequence int not null,
  -- 30 days after the end of the event.
  delete_after timestamptz not null,
  created_at timestamptz not null,
  constraint event_registration_pk primary key (tenant_id, id),
  constraint event_registration_once unique (tenant_id, event_id, email),
  constraint event_registration_confirmed check ((state = 'asked') = (confirmed_at is null))
);
create index event_registration_order on portfolio.event_registration (tenant_id, event_id, confirmed_at, id);
create index event_registration_end on portfolio.event_registration (tenant_id, delete_after);
select platform.protect('portfolio.event_registration');
select platform.distribute('portfolio.event_registration');
