-- News of the project office.
create table portfolio.news (
  tenant_id text not null,
  id uuid not null,
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  -- The day it is dated; readers see it from then on.
  day date not null,
  published boolean not null default false,
  -- An entry of the catalogue or an event by id, a project by its slug.
  about_kind text check (about_kind in ('entry', 'event', 'project')),
  about_ref text,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint news_pk primary key (tenant_id, id),
  constraint news_about check ((about_kind is null) = (about_ref is null))
);
create index news_day on portfolio.news (tenant_id, day desc, id desc);
select platform.protect('portfolio.news');
select platform.distribute('portfolio.news');
