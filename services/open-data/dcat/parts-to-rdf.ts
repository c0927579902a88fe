import { namespaces } from '../rdf/namespaces.ts'
import { telephoneOf } from './agents.ts'
import type { Prefix } from '../rdf/namespaces.ts'
import type { Contact, Geometry, Location, Node, Organisation, PeriodOfTime } from './schema.ts'
import { resource } from './sheet.ts'
import type { Sayings, Sheet } from './sheet.ts'

/** Agents in a role. */
export function writeAgents(sheet: Sheet, of: Node, role: `${Prefix}:${string}`, agents: readonly Organisation[]): void {
  for (const agent of agents) {
    const self = agent.uri === undefined ? sheet.blank() : resource(agent.uri)
    sheet.about(of).link(role, self)
    const say = sheet.about(self)
    say.type('foaf:Agent')
    say.texts('foaf:name', agent.name)
    say.resources('dct:type', agent.type)
    if (agent.email !== undefined) say.resources('foaf:mbox', mailto(agent.email))
    say.resources('foaf:homepage', agent.homepage)
    say.extra(agent.extra)
  }
}

/** A contact with e-mail, address and telephone as IRIs, as the German rules demand. */
export function writeContact(sheet: Sheet, of: Node, contact: Contact): void {
  const self = contact.uri === undefined ? sheet.blank() : resource(contact.uri)
  sheet.about(of).link('dcat:contactPoint', self)
  const say = sheet.about(self)
  say.type('vcard:Kind')
  if (contact.kind !== 'Kind') say.type(`vcard:${contact.kind}`)
  const name = contact.name ?? contact.organisationName
  if (name !== undefined) say.plain('vcard:fn', name)
  if (contact.organisationName !== undefined) say.plain('vcard:organization-name', contact.organisationName)
  if (contact.email !== undefined) say.resources('vcard:hasEmail', mailto(contact.email))
  say.resources('vcard:hasURL', contact.url)
  const telephone = telephoneOf(contact.telephone ?? '')
  if (telephone !== undefined) say.resources('vcard:hasTelephone', `tel:${telephone}`)
  if (contact.address) {
    const address = say.node('vcard:hasAddress', 'vcard:Address')
    const parts = [['street-address', contact.address.street], ['postal-code', contact.address.postalCode], ['locality', contact.address.locality], ['country-name', contact.address.country]] as const
    for (const [name, value] of parts) if (value !== undefined) address.plain(`vcard:${name}`, value)
  }
  say.extra(contact.extra)
}

const mailto = (email: string) => `mailto:${encodeURI(email)}`

/** A period; writePeriod is only called with at least one end, as the model guarantees. */
export function writePeriod(sheet: Sheet, of: Node, period: PeriodOfTime): void {
  const say = sheet.about(of).node('dct:temporal', 'dct:PeriodOfTime')
  say.date('dcat:startDate', period.startDate)
  say.date('dcat:endDate', period.endDate)
}

/** A place. */
export function writeLocation(sheet: Sheet, of: Node, location: Location): void {
  const self = location.uri === undefined ? sheet.blank() : resource(location.uri)
  sheet.about(of).link('dct:spatial', self)
  const say = sheet.about(self)
  say.type('dct:Location')
  if (location.label) say.texts('skos:prefLabel', location.label)
  writeGeometry(say, 'dcat:bbox', location.bbox)
  writeGeometry(say, 'dcat:centroid', location.centroid)
  writeGeometry(say, 'locn:geometry', location.geometry)
  say.extra(location.extra)
}

const literalTypes = { wkt: 'wktLiteral', gml: 'gmlLiteral', geojson: 'geoJSONLiteral' } as const
const asText = { wkt: 'geosparql:asWKT', gml: 'geosparql:asGML', geojson: 'geosparql:asGeoJSON' } as const

/** dcat:bbox and dcat:centroid are literals, locn:geometry is a node that holds one: so the shapes of DCAT-AP 3.0. */
function writeGeometry(say: Sayings, predicate: 'dcat:bbox' | 'dcat:centroid' | 'locn:geometry', geometry: Geometry | undefined): void {
  if (!geometry) return
  const type = namespaces.geosparql + literalTypes[geometry.encoding]
  if (predicate === 'locn:geometry') say.node(predicate, 'locn:Geometry').typed(asText[geometry.encoding], geometry.text, type)
  else say.typed(predicate, geometry.text, type)
}
