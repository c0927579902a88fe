-- Crawlers of other catalogues read the list of software; it must not cost a walk over the whole shelf.

create index entry_software on portfolio.entry (id) where kind = 'software' and published and retired_at is null and publiccode is not null;
