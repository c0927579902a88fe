-- Texts and files that a town makes or takes over from others; each change is a version of its own, so that nothing is lost.

create table portfolio.document (
  tenant_id text not null,
  ref text not null check (ref ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  class text not null check (class in ('concept', 'templates-and-procedures', 'building-block', 'licence-free-solution')),
  title jsonb not null,
  summary jsonb not null,
  licence text not null,
  languages text[] not null,
  current_version int not null,
  retired_at timestamptz,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  constraint document_pk primary key (tenant_id, ref)
);
select platform.protect('portfolio.document');
select platform.distribute('portfolio.document');

create table portfolio.document_version (
  tenant_id text not null,
  ref text not null,
  number int not null check (number > 0),
  -- As people call it.
  label text not null,
  -- What has changed.
  note text not null default '',
  -- ReuseFile[]
  files jsonb not null,
  -- The order that wrote it, when it was an installation.
  install_key uuid,
  created_at timestamptz not null,
  constraint document_version_pk primary key (tenant_id, ref, number),
  constraint document_version_document foreign key (tenant_id, ref) references portfolio.document (tenant_id, ref)
);
create unique index document_version_install on portfolio.document_version (tenant_id, install_key) where install_key is not null;
select platform.protect('portfolio.document_version');
select platform.distribute('portfolio.document_version');
