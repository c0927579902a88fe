-- Sources are also catalogues of OGC API - Records, feature services (WFS 2.0) and sensors (SensorThings API 1.1).
alter table open_data.source
  drop constraint source_kind_check,
  add constraint source_kind_check check (kind in ('dcat', 'ckan', 'csv-list', 'ogc-records', 'wfs', 'sensorthings'));
