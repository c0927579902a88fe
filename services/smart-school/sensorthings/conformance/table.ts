type ModelWord = 'entity-control-information' | 'thing' | 'location' | 'historical-location' | 'datastream' | 'sensor' | 'observed-property' | 'observation' | 'feature-of-interest'
type RequestWord = 'resource-path' | 'request-data' | 'create-update-delete' | 'batch-request' | 'multi-datastream' | 'data-array' | 'create-observations-via-mqtt' | 'receive-updates-via-mqtt'
/** The last part of a class's name: people have words for it. */
export type ClassWord = ModelWord | RequestWord

/** A conformance class of OGC 18-088 (clause 2 and annex A), the requirements it stands for, and the tests that prove them: file and a piece of its text. */
export type ConformanceClass = { readonly name: `datamodel/${ModelWord}` | RequestWord; readonly requirements: readonly string[]; readonly tests: readonly { readonly file: string; readonly says: string }[] }

const read = (says: string) => ({ file: 'read.test.ts', says })
const filter = (says: string) => ({ file: 'filter.test.ts', says })
const write = (says: string) => ({ file: 'write.test.ts', says })
const query = (says: string) => ({ file: 'query/query.test.ts', says })
const geometry = (says: string) => ({ file: 'geometry/geometry.test.ts', says })
const entities = (says: string) => ({ file: 'entities.test.ts', says })
const lives = entities('is created, read with all its properties and links, changed and deleted')
const broker = (says: string) => ({ file: 'mqtt-broker.test.ts', says })
const model = { file: 'conformance/model.test.ts', says: 'has the properties and links that the standard names' }

/** Every class of the standard but Tasking, which is a part of its own (17-079). */
export const conformance: readonly ConformanceClass[] = [
  { name: 'datamodel/entity-control-information', requirements: ['datamodel/entity-control-information/common-control-information'], tests: [read('an entity has its control information and a link for each navigation'), lives] },
  { name: 'datamodel/thing', requirements: ['datamodel/thing/properties', 'datamodel/thing/relations'], tests: [model, lives, write('an entity is created by POST and read under the address that the answer names')] },
  { name: 'datamodel/location', requirements: ['datamodel/location/properties', 'datamodel/location/relations'], tests: [model, lives, write('a deep insert makes all or nothing, with feature and history of its own')] },
  { name: 'datamodel/historical-location', requirements: ['datamodel/historical-location/properties', 'datamodel/historical-location/relations'], tests: [model, lives, write('the feature of a thing is made once for each of its locations, and a move writes history')] },
  { name: 'datamodel/datastream', requirements: ['datamodel/datastream/properties', 'datamodel/datastream/relations'], tests: [model, lives, read('an entity has its control information and a link for each navigation')] },
  { name: 'datamodel/sensor', requirements: ['datamodel/sensor/properties', 'datamodel/sensor/relations'], tests: [model, lives, write('existing entities are linked by id, and one that does not exist is refused')] },
  { name: 'datamodel/observed-property', requirements: ['datamodel/observed-property/properties', 'datamodel/observed-property/relations'], tests: [model, lives, write('existing entities are linked by id, and one that does not exist is refused')] },
  { name: 'datamodel/observation', requirements: ['datamodel/observation/properties', 'datamodel/observation/relations'], tests: [model, lives, write('observations keep their kinds, times and rare fields; two of one moment both stay')] },
  { name: 'datamodel/feature-of-interest', requirements: ['datamodel/feature-of-interest/properties', 'datamodel/feature-of-interest/relations'], tests: [model, lives, write('the feature of a thing is made once for each of its locations, and a move writes history')] },
  { name: 'resource-path', requirements: ['resource-path/resource-path-to-entities'], tests: [read('the landing page names all sets, the requirements and the limits'), read('Things(1)/Datastreams(1)/Sensor/name/$value'), read('Datastreams(1)/Observations/$ref'), read('Things(1)/properties/floor')] },
  {
    name: 'request-data',
    requirements: ['order', 'expand', 'select', 'status-code', 'query-status-code', 'orderby', 'top', 'skip', 'count', 'filter', 'built-in-filter-operations', 'built-in-query-functions', 'pagination'].map((each) => `request-data/${each}`),
    tests: [
      query('operators bind as the standard says'),
      query('literals of every kind'),
      query('expansions nest by slash and by brackets, and what is said twice of one link is joined'),
      query('what is printed reads as the same tree'),
      query('refused with the place of the mistake'),
      read('things, their series and their last values come with one question'),
      read('what is selected is all there is, and order is that of the codes'),
      read('options work in their order: what is counted, what is passed over, what is shown'),
      read('pages follow each other without gap or repetition, on every level'),
      read('Things?$filter=nothing eq 1'),
      filter('Things where ${filter}'),
      filter('Observations where ${filter}'),
      filter('an observation is found by its id'),
      geometry('a matrix turned is the matrix of the turned question'),
    ],
  },
  {
    name: 'create-update-delete',
    requirements: ['create-entity', 'link-to-existing-entities', 'deep-insert', 'deep-insert-status-code', 'historical-location-auto-creation', 'update-entity', 'delete-entity'].map((each) => `create-update-delete/${each}`),
    tests: [
      lives,
      write('an entity is created by POST and read under the address that the answer names'),
      write('a deep insert makes all or nothing, with feature and history of its own'),
      write('existing entities are linked by id, and one that does not exist is refused'),
      entities('a Location that is created at a Thing puts it there, and that is history'),
      write('the feature of a thing is made once for each of its locations, and a move writes history'),
      write('is refused with the reason'),
      write('PATCH changes what is named, PUT everything, JSON Patch by its operations'),
      write('an observation is corrected in place, and by another moment it moves'),
      write('deleting takes with it what cannot be without it'),
    ],
  },
  { name: 'batch-request', requirements: ['batch-request/batch-request'], tests: [write('a batch answers each request, and a change set happens wholly or not')] },
  { name: 'multi-datastream', requirements: ['multi-datastream/properties', 'multi-datastream/relations', 'multi-datastream/constraints'], tests: [model, lives, write('a MultiDatastream holds several values of one moment')] },
  { name: 'data-array', requirements: ['data-array/data-array'], tests: [write('a table of observations is written at once; a row that cannot be is named and the others stay'), entities('a table of a MultiDatastream: rows with an array of results each, and read as a table again')] },
  { name: 'create-observations-via-mqtt', requirements: ['create-observations-via-mqtt/observations-creation'], tests: [write('by MQTT entities are created as by POST, and subscribers hear what concerns them and what they may'), broker('an observation that one source publishes reaches those of the town who may, and nobody else'), broker('who may not write writes nothing')] },
  { name: 'receive-updates-via-mqtt', requirements: ['receive-updates-via-mqtt/receive-updates'], tests: [write('by MQTT entities are created as by POST, and subscribers hear what concerns them and what they may'), broker('an observation that one source publishes reaches those of the town who may, and nobody else'), broker('whoever listens to a set, an entity or a property hears that it was changed')] },
]

const space = 'http://www.opengis.net/spec/iot_sensing/1.1/req'
/** What the landing page declares: the requirement classes and each requirement (18-088, 9.2.1). */
export const requirementUris = (): string[] => [...new Set(conformance.flatMap(({ name, requirements }) => [`${space}/${name}`, ...requirements.map((each) => `${space}/${each}`)]))]

export const wordOf = ({ name }: ConformanceClass): ClassWord => name.replace('datamodel/', '') as ClassWord // the type of the name says so
