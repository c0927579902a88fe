-- The form of an event writes to any address that somebody types: each address gets a few such letters a day, from whatever networks they are asked for.
alter table portfolio.event_registration
  -- Letters that the form has caused for this registration within a day of `asked_at`.
  add column letters int not null default 0 check (letters >= 0),
  -- When the form was last sent for it.
  add column asked_at timestamptz;
create index event_registration_email on portfolio.event_registration (tenant_id, email);
