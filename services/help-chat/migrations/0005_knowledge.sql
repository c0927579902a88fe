-- What a town adds to the shipped knowledge, and what it hides of it. No person is named: who changed what stands in the audit.
create table help_chat.town_entry (
  tenant_id text not null,
  id uuid not null,
  -- An article is read; a contact is a place that helps.
  kind text not null check (kind in ('article', 'contact')),
  -- Title and text in each language; German is always there: {"de": {"title": "…", "text": "…"}, "en": …}
  texts jsonb not null check (texts ? 'de'),
  phone text not null default '',
  hours text not null default '',
  link text not null default '' check (link = '' or link ~ '^https://'),
  -- Since when nobody has looked whether it is still true.
  checked_on date not null,
  is_published boolean not null,
  created_at timestamptz not null,
  constraint town_entry_pk primary key (tenant_id, id)
);

create table help_chat.hidden_content (
  tenant_id text not null,
  -- Id of a shipped article, question or number.
  content_id text not null,
  created_at timestamptz not null,
  constraint hidden_content_pk primary key (tenant_id, content_id)
);

select platform.protect('help_chat.town_entry'), platform.protect('help_chat.hidden_content');
select platform.distribute('help_chat.town_entry'), platform.distribute('help_chat.hidden_content');
