/** The entities of OGC SensorThings 1.1 (18-088, 8.2 and 12): properties, links, rules of both. Data only; how they lie in tables says `queries/columns.ts`. */
export type EntityName = 'Thing' | 'Location' | 'HistoricalLocation' | 'Datastream' | 'MultiDatastream' | 'Sensor' | 'ObservedProperty' | 'Observation' | 'FeatureOfInterest'

/** What a property holds. `open`: any JSON with members to reach by path; `result`: any JSON, mostly a number; `span`: a moment or an interval. */
export type Kind = 'text' | 'open' | 'geometry' | 'moment' | 'span' | 'result' | 'number'

export type Property = { readonly name: string; readonly kind: Kind; readonly required?: boolean; readonly readOnly?: boolean }
export type Link = { readonly name: string; readonly target: EntityName; readonly many: boolean; readonly required?: boolean }
export type Entity = { readonly name: EntityName; readonly set: string; readonly properties: readonly Property[]; readonly links: readonly Link[] }

const text = (name: string): Property => ({ name, kind: 'text', required: true })
const properties: Property = { name: 'properties', kind: 'open' }
const one = (target: EntityName, required = false): Link => ({ name: target, target, many: false, required })
const many = (name: string, target: EntityName, required = false): Link => ({ name, target, many: true, required })

const aboutSeries: readonly Property[] = [text('name'), text('description')]
const derivedOfSeries: readonly Property[] = [{ name: 'observedArea', kind: 'geometry' }, { name: 'phenomenonTime', kind: 'span', readOnly: true }, { name: 'resultTime', kind: 'span', readOnly: true }, properties]

export const entities: readonly Entity[] = [
  {
    name: 'Thing',
    set: 'Things',
    properties: [text('name'), text('description'), properties],
    links: [many('Datastreams', 'Datastream'), many('MultiDatastreams', 'MultiDatastream'), many('Locations', 'Location'), many('HistoricalLocations', 'HistoricalLocation')],
  },
  {
    name: 'Location',
    set: 'Locations',
    properties: [text('name'), text('description'), text('encodingType'), { name: 'location', kind: 'geometry', required: true }, properties],
    links: [many('Things', 'Thing'), many('HistoricalLocations', 'HistoricalLocation')],
  },
  {
    name: 'HistoricalLocation',
    set: 'HistoricalLocations',
    properties: [{ name: 'time', kind: 'moment', required: true }],
    links: [one('Thing', true), many('Locations', 'Location', true)],
  },
  {
    name: 'Datastream',
    set: 'Datastreams',
    properties: [...aboutSeries, text('observationType'), { name: 'unitOfMeasurement', kind: 'open', required: true }, ...derivedOfSeries],
    links: [one('Thing', true), one('Sensor', true), one('ObservedProperty', true), many('Observations', 'Observation')],
  },
  {
    name: 'MultiDatastream',
    set: 'MultiDatastreams',
    properties: [...aboutSeries, text('observationType'), { name: 'multiObservationDataTypes', kind: 'open', required: true }, { name: 'unitOfMeasurements', kind: 'open', required: true }, ...derivedOfSeries],
    links: [one('Thing', true), one('Sensor', true), many('ObservedProperties', 'ObservedProperty', true), many('Observations', 'Observation')],
  },
  {
    name: 'Sensor',
    set: 'Sensors',
    properties: [text('name'), text('description'), text('encodingType'), { name: 'metadata', kind: 'open', required: true }, properties],
    links: [many('Datastreams', 'Datastream'), many('MultiDatastreams', 'MultiDatastream')],
  },
  {
    name: 'ObservedProperty',
    set: 'ObservedProperties',
    properties: [text('name'), text('definition'), text('description'), properties],
    links: [many('Datastreams', 'Datastream'), many('MultiDatastreams', 'MultiDatastream')],
  },
  {
    name: 'Observation',
    set: 'Observations',
    properties: [
      { name: 'phenomenonTime', kind: 'span' },
      { name: 'resultTime', kind: 'moment' },
      { name: 'result', kind: 'result', required: true },
      { name: 'resultQuality', kind: 'open' },
      { name: 'validTime', kind: 'span' },
      { name: 'parameters', kind: 'open' },
    ],
    links: [one('Datastream'), one('MultiDatastream'), one('FeatureOfInterest')],
  },
  {
    name: 'FeatureOfInterest',
    set: 'FeaturesOfInterest',
    properties: [text('name'), text('description'), text('encodingType'), { name: 'feature', kind: 'geometry', required: true }, properties],
    links: [many('Observations', 'Observation')],
  },
]

const byName = new Map(entities.map((entity) => [entity.name, entity]))
const bySet = new Map(entities.map((entity) => [entity.set, entity]))

/** The entity of a name; every name of the type has one. */
export function entityOf(name: EntityName): Entity {
  const entity = byName.get(name)
  if (!entity) throw new Error(`No entity ${name}.`)
  return entity
}
export const entityOfSet = (set: string): Entity | undefined => bySet.get(set)
export const linkOf = (entity: EntityName, name: string): Link | undefined => entityOf(entity).links.find((link) => link.name === name)
export const propertyOf = (entity: EntityName, name: string): Property | undefined => entityOf(entity).properties.find((property) => property.name === name)
export const isSeries = (name: EntityName): name is 'Datastream' | 'MultiDatastream' => name === 'Datastream' || name === 'MultiDatastream'

/** Members of `properties` that are the platform's own and that nobody outside sees, filters by or writes: which rooms are sealed, how devices are addressed. */
export const privateProperties: readonly string[] = ['sealed', 'devEui', 'appKey', 'internal']
