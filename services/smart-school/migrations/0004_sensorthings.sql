-- The span of result times of a series, where somebody gives them; null: nobody did. Written with the observations of SensorThings.
alter table smart_school.series add result_from timestamptz, add result_until timestamptz;

-- From a location to its things, from an observed property to its series.
create index thing_location on smart_school.thing using gin (location_ids);
create index historical_location_location on smart_school.historical_location using gin (location_ids);
create index series_property on smart_school.series using gin (observed_property_ids);
create index feature_of_interest_location on smart_school.feature_of_interest (tenant_id, location_id) where location_id is not null;

-- The observations of a feature in the order of their moments. Those of devices name none and are not in it.
drop index smart_school.observation_feature;
create index observation_feature on smart_school.observation (tenant_id, feature_id, phenomenon_time) where feature_id is not null;
