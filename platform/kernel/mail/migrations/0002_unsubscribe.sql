-- Where one POST ends such mail (RFC 8058); null for mail that answers something a person did.
alter table platform.mail_outbox add column unsubscribe text;
