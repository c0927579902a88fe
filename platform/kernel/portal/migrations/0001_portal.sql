-- What the town itself says (news) and what people say about its pages (reports of barriers). A report holds no name; the mail address is voluntary.
create table platform.news (
  tenant_id text not null,
  id uuid not null,
  -- By language: { "de": { "title", "teaser", "body" } }. German is always there, the others may be missing.
  texts jsonb not null check (texts -> 'de' ->> 'title' <> ''),
  invented boolean not null default false,
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index news_published on platform.news (tenant_id, published_at desc, id desc) where published_at is not null;

create table platform.feedback (
  tenant_id text not null,
  id uuid not null,
  number text not null check (length(number) <= 20),
  kind text not null check (kind in ('barrier', 'fault')),
  page text not null check (length(page) <= 500),
  message text not null check (length(message) <= 5000),
  mail text check (length(mail) <= 320),
  state text not null default 'open' check (state in ('open', 'done')),
  done_by uuid,
  done_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index feedback_newest on platform.feedback (tenant_id, state, created_at desc);

select platform.protect('platform.news', 'svc_platform');
select platform.protect('platform.feedback', 'svc_platform');
