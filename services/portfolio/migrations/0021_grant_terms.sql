-- A notice names its own periods and thresholds, and a town enters rates of interest when a new half-year begins, so that no release is waited for.

alter table portfolio.grant_notice
  -- Months to use money in after it was paid.
  add column use_months int not null default 2 check (use_months between 1 and 120),
  -- Months after a financial year for its interim statement; null where none is asked for.
  add column interim_months int default 4 check (interim_months between 1 and 120),
  -- Months after the period for the final statement.
  add column final_months int not null default 6 check (final_months between 1 and 120),
  -- Repayments and interest up to these amounts are not claimed; 0: every cent is.
  add column trifle_cents bigint not null default 0 check (trifle_cents >= 0),
  add column trifle_interest_cents bigint not null default 0 check (trifle_interest_cents >= 0);

create table portfolio.grant_rate (
  tenant_id text not null,
  id uuid not null,
  -- The base rate of § 247 BGB, or what § 49a (3) VwVfG NRW adds to it.
  kind text not null check (kind in ('base', 'above')),
  from_day date not null,
  -- Ten-thousandths a year; the base rate may be negative.
  bp int not null check (bp between -500 and 2000),
  -- Where it was announced.
  announced text not null check (announced <> ''),
  account_id uuid not null,
  created_at timestamptz not null,
  constraint grant_rate_pk primary key (tenant_id, id)
);
comment on table portfolio.grant_rate is 'Rates of interest that a town has entered; the newest entry for a day counts, earlier ones stay';
create index grant_rate_day on portfolio.grant_rate (tenant_id, kind, from_day, created_at);
select platform.protect('portfolio.grant_rate');
select platform.distribute('portfolio.grant_rate');
revoke update, delete on portfolio.grant_rate from svc_portfolio;
