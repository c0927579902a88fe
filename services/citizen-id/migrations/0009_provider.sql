-- One key of each algorithm signs, and one waits: also when two processes make a town's first keys at the same moment.
create unique index signing_key_one on citizen_id.signing_key (tenant_id, algorithm, state) where state in ('active', 'next');
