-- An answer of the authority that was entered wrongly is replaced; what stood there stays readable, with the reason.
create table portfolio.grant_former_answer (
  tenant_id text not null,
  id uuid not null,
  project text not null,
  call_id uuid not null,
  -- Running number among the corrections of the call.
  number int not null check (number > 0),
  state text not null check (state in ('paid', 'refused')),
  settled_on date not null,
  paid_cents bigint check (paid_cents > 0),
  refusal text,
  -- Why it no longer holds.
  reason text not null check (reason <> ''),
  account_id uuid not null,
  created_at timestamptz not null,
  constraint grant_former_answer_pk primary key (tenant_id, id),
  constraint grant_former_answer_number unique (tenant_id, call_id, number),
  constraint grant_former_answer_paid check ((state = 'paid') = (paid_cents is not null)),
  constraint grant_former_answer_call foreign key (tenant_id, call_id) references portfolio.grant_call (tenant_id, id)
);
comment on table portfolio.grant_former_answer is 'Answers to calls for funds that were corrected. Rows are only added; the rights to change or delete them are taken away below';
select platform.protect('portfolio.grant_former_answer');
select platform.distribute('portfolio.grant_former_answer');
revoke update, delete on portfolio.grant_former_answer from svc_portfolio;
