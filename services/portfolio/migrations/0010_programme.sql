-- The programme of a town and its projects: what stands now in one row, and what has been in rows that are never changed.
create table portfolio.programme (
  tenant_id text not null,
  -- Name, region, partners, counts of ideas, applications and grants, approximate amounts; each with its source. Shape: programme/schema.ts
  facts jsonb not null,
  created_at timestamptz not null,
  constraint programme_pk primary key (tenant_id)
);

create table portfolio.project (
  tenant_id text not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Its number in the report it comes from.
  number int,
  kind text not null check (kind in ('project', 'office')),
  origin text not null check (origin in ('report', 'own', 'import', 'invented')),
  is_public boolean not null,
  name text not null check (name <> ''),
  name_in_table text,
  aliases text[] not null default '{}',
  stage text not null check (stage in ('idea', 'application', 'notice', 'delivery', 'proof-of-use', 'transfer', 'refused', 'withdrawn')),
  summary text not null default '',
  status text not null default '',
  notes text not null default '',
  results text not null default '',
  partners jsonb not null default '[]',
  partners_in_text text[] not null default '{}',
  links jsonb not null default '[]',
  promises jsonb not null default '[]',
  -- Fields of the KDN database that have no other place.
  kdn jsonb,
  -- A service of this platform that goes on with its idea.
  service text,
  -- Where the texts come from.
  source jsonb,
  -- What counts now; how it came to be stands in project_period and project_amount.
  starts_on date,
  ends_on date,
  original_ends_on date,
  grant_cents bigint,
  total_cents bigint,
  own_share_cents bigint,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint project_pk primary key (tenant_id, slug),
  constraint project_period_order check (ends_on >= starts_on)
);
create index project_order on portfolio.project (tenant_id, number, name);

create table portfolio.project_stage (
  tenant_id text not null,
  slug text not null,
  id uuid not null,
  stage text not null,
  -- Null: the source names no day.
  reached_on date,
  reason text not null default '',
  source jsonb,
  created_at timestamptz not null,
  constraint project_stage_pk primary key (tenant_id, slug, id),
  constraint project_stage_of foreign key (tenant_id, slug) references portfolio.project (tenant_id, slug)
);

create table portfolio.project_period (
  tenant_id text not null,
  slug text not null,
  id uuid not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null default '',
  source jsonb,
  created_at timestamptz not null,
  constraint project_period_pk primary key (tenant_id, slug, id),
  constraint project_period_of foreign key (tenant_id, slug) references portfolio.project (tenant_id, slug),
  constraint project_period_ends_after_start check (ends_on >= starts_on)
);

create table portfolio.project_amount (
  tenant_id text not null,
  slug text not null,
  id uuid not null,
  kind text not null check (kind in ('grant', 'total', 'own-share')),
  cents bigint not null check (cents >= 0),
  reason text not null default '',
  source jsonb not null,
  created_at timestamptz not null,
  constraint project_amount_pk primary key (tenant_id, slug, id),
  constraint project_amount_of foreign key (tenant_id, slug) references portfolio.project (tenant_id, slug)
);

-- What somebody changed, field by field, as before and after. Who it was says the audit.
create table portfolio.project_change (
  tenant_id text not null,
  slug text not null,
  id uuid not null,
  what text not null,
  detail jsonb not null default '{}',
  created_at timestamptz not null,
  constraint project_change_pk primary key (tenant_id, slug, id),
  constraint project_change_of foreign key (tenant_id, slug) references portfolio.project (tenant_id, slug)
);

select platform.protect('portfolio.' || t), platform.distribute('portfolio.' || t) from unnest(array['programme', 'project', 'project_stage', 'project_period', 'project_amount', 'project_change']) t;
