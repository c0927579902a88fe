-- A new version of the original may come under another licence: each earlier state keeps the one that held for it. Null: kept before, as the installation says.
alter table portfolio.installation_version add column licence text;
