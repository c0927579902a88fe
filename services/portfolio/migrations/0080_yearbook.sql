-- The yearly report of the project office: a foreword, and from its publication on the figures as they were that day.
create table portfolio.yearbook (
  tenant_id text not null,
  year int not null check (year between 2000 and 2100),
  -- Small Markdown.
  foreword text not null default '',
  -- What was published, as JSON in the very letters that the hash was made of; null for a draft, never changed again.
  frozen text,
  sha256 text,
  published_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint yearbook_pk primary key (tenant_id, year),
  constraint yearbook_whole check ((frozen is null) = (published_at is null) and (frozen is null) = (sha256 is null))
);
comment on table portfolio.yearbook is 'Yearly reports: foreword of a draft, frozen text and figures of a published one';
select platform.protect('portfolio.yearbook');
select platform.distribute('portfolio.yearbook');
