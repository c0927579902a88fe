-- What a town needs to know about an original that lies in another installation, and about its own when that original is gone.

-- `version_number`: number of the newest version there that was read. `read_at`: when a look last succeeded; `checked_at` is any look.
-- `failed_about`: what the code in `failed` is about, for people.
alter table portfolio.package_source add column version_number int, add column read_at timestamptz, add column failed_about text;
update portfolio.package_source set read_at = checked_at where failed is null;

-- Enough to write an earlier state again although the entry has gone. Null where it was taken over before this was kept.
alter table portfolio.installation add column class text, add column languages text[];
