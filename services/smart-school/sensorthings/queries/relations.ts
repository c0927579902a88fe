import { sql } from '@modellregion/kernel'
import { isSeries, type EntityName } from '../model.ts'
import { column, type Context, type Fragment, type Scope } from './scope.ts'

/** Fields of a row that links start from: a to-one link from the number it carries, every other from its own. */
const starts: Readonly<Record<string, { field: string; column: string }>> = {
  'HistoricalLocation.Thing': { field: '_thing', column: 'thing_id' },
  'Datastream.Thing': { field: '_thing', column: 'thing_id' },
  'MultiDatastream.Thing': { field: '_thing', column: 'thing_id' },
  'Datastream.Sensor': { field: '_sensor', column: 'sensor_id' },
  'MultiDatastream.Sensor': { field: '_sensor', column: 'sensor_id' },
  'Datastream.ObservedProperty': { field: '_property', column: 'observed_property_ids[1]' },
  'Observation.Datastream': { field: '_series', column: 'series_id' },
  'Observation.MultiDatastream': { field: '_series', column: 'series_id' },
  'Observation.FeatureOfInterest': { field: '_feature', column: 'feature_id' },
}

/** Which field of a read row a link starts from. */
export const startField = (entity: EntityName, link: string): string => starts[`${entity}.${link}`]?.field ?? 'id'
/** The same as a column of an alias. */
export const startColumn = ({ entity, alias }: Scope, link: string): Fragment => column(alias, starts[`${entity}.${link}`]?.column ?? 'id')

/** Observations of a series that was judged before need no second judgement. */
export const isTrusted = (entity: EntityName, link: string): boolean => isSeries(entity) && link === 'Observations'

/** Which members of the target a link means, from `start` on. */
export function linked({ tenant }: Context, entity: EntityName, link: string, start: Fragment, { alias }: Scope): Fragment {
  const id = column(alias, 'id')
  switch (`${entity}.${link}`) {
    case 'Thing.Locations':
      return sql`${id} = any((select x.location_ids from smart_school.thing x where x.tenant_id = ${tenant} and x.id = ${start})::int[])`
    case 'HistoricalLocation.Locations':
      return sql`${id} = any((select x.location_ids from smart_school.historical_location x where x.tenant_id = ${tenant} and x.id = ${start})::int[])`
    case 'MultiDatastream.ObservedProperties':
      return sql`${id} = any((select x.observed_property_ids from smart_school.series x where x.tenant_id = ${tenant} and x.id = ${start})::int[])`
    case 'Location.Things':
    case 'Location.HistoricalLocations':
      return sql`${column(alias, 'location_ids')} @> array[${start}]::int[]`
    case 'ObservedProperty.Datastreams':
    case 'ObservedProperty.MultiDatastreams':
      return sql`${column(alias, 'observed_property_ids')} @> array[${start}]::int[]`
    case 'Thing.Datastreams':
    case 'Thing.MultiDatastreams':
    case 'Thing.HistoricalLocations':
      return sql`${column(alias, 'thing_id')} = ${start}`
    case 'Sensor.Datastreams':
    case 'Sensor.MultiDatastreams':
      return sql`${column(alias, 'sensor_id')} = ${start}`
    case 'Datastream.Observations':
    case 'MultiDatastream.Observations':
      return sql`${column(alias, 'series_id')} = ${start}`
    case 'FeatureOfInterest.Observations':
      return sql`${column(alias, 'feature_id')} = ${start}`
    default:
      return sql`${id} = ${start}`
  }
}
