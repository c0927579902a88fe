-- Towns without a report write down their programme themselves: what they change stays readable.
create table portfolio.programme_change (
  tenant_id text not null,
  id uuid not null,
  -- Field by field, as before and after. Who it was says the audit.
  detail jsonb not null,
  created_at timestamptz not null,
  constraint programme_change_pk primary key (tenant_id, id)
);
comment on table portfolio.programme_change is 'What was changed about the programme of a town, never changed itself';
select platform.protect('portfolio.programme_change');
select platform.distribute('portfolio.programme_change');
