-- A session at a computer that several people use ends sooner.
alter table platform.session add column shared boolean not null default false;
