import type { Tenant } from '@modellregion/kernel'
import { idOfFile } from '../../dataset/record.ts'
import { emptyCatalogue } from '../../dcat/empty.ts'
import type { Catalogue, Iri, Statement } from '../../dcat/schema.ts'
import { newSheet, resource } from '../../dcat/sheet.ts'
import { catalogueToRdf, datasetToRdf, pagingToRdf, type Labels, type PageLinks } from '../../dcat/to-rdf.ts'
import { publisherTypes, themes } from '../../vocabulary/lists.ts'
import { datasetIri, pageOf } from './iris.ts'
import { companionIris, companionStatements, placeStatements, withOwnFiles } from './own-parts.ts'
import type { Beside } from './beside.ts'
import type { Exported } from './queries.ts'

const recordIri = (site: string, { name }: Exported): Iri => `${pageOf(site, name)}#record`
const catalogueIri = (site: string): Iri => `${site}/catalog#catalogue`

/** One dataset with its record, and with what stands beside it. */
export function datasetStatements(site: string, dataset: Exported, beside: Beside): Statement[] {
  const labels = { next: 0 }
  return [...describe(site, dataset, beside, labels), ...companionStatements(site, [dataset], beside, labels)]
}

function describe(site: string, dataset: Exported, beside: Beside, labels: Labels): Statement[] {
  const { id, name } = dataset
  const document = withOwnFiles(site, dataset, beside.files)
  const fileIri = (index: number): Iri => {
    const distribution = document.distribution[index]
    return `${pageOf(site, name)}#file-${distribution ? idOfFile(id, distribution, index) : index}`
  }
  return [...datasetToRdf(document, { uri: datasetIri(site, dataset), distributionUri: fileIri, labels }), ...placeStatements(site, dataset, beside.places), ...recordStatements(site, dataset)]
}

// What this catalogue itself knows: since when it lists the dataset, and when that changed (DCAT-AP 3.0, Catalogue Record).
function recordStatements(site: string, dataset: Exported): Statement[] {
  const sheet = newSheet({ next: 0 }, false)
  const say = sheet.about(resource(recordIri(site, dataset)))
  say.type('dcat:CatalogRecord')
  say.resources('foaf:primaryTopic', datasetIri(site, dataset))
  say.date('dct:issued', dataset.createdAt.toISOString())
  say.date('dct:modified', dataset.changedAt.toISOString())
  return sheet.statements
}

export type CataloguePage = { site: string; tenant: Tenant; title: string; description: string; modified: Date | null; datasets: readonly Exported[]; beside: Beside; links: Omit<PageLinks, 'collection'> }

/** A page of the catalogue: the catalogue itself, its datasets, and where the other pages are. */
export function catalogueStatements(page: CataloguePage): Statement[] {
  const { site, datasets, beside } = page
  const labels = { next: 0 }
  const self = catalogueIri(site)
  const sheet = newSheet(labels, false)
  const say = sheet.about(resource(self))
  const { series, services } = companionIris(site, beside)
  say.resources('dcat:record', datasets.map((dataset) => recordIri(site, dataset)))
  say.resources('dcat:service', services)
  say.resources('dcat:resource', series)                                  // a series is no dataset in DCAT-AP 3.0, but a resource of the catalogue
  return [
    ...catalogueToRdf(catalogueOf(page), self, [...new Set(datasets.map((dataset) => datasetIri(site, dataset)))], labels),
    ...sheet.statements,
    ...datasets.flatMap((dataset) => describe(site, dataset, beside, labels)),
    ...companionStatements(site, datasets, beside, labels),
    ...pagingToRdf({ ...page.links, collection: self }),
  ]
}

function catalogueOf({ site, tenant, title, description, modified }: CataloguePage): Catalogue {
  const type = publisherTypes.concepts.find(({ code }) => code === 'LocalAuthority')?.uri
  return {
    ...emptyCatalogue,
    title: { de: title },
    description: { de: description },
    publisher: { uri: `${site}/#town`, name: { de: `${tenant.kind} ${tenant.name}` }, homepage: site, ...(type && { type }), ...(tenant.contact.mail && { email: tenant.contact.mail }) },
    homepage: `${site}/open-data`,
    language: ['http://publications.europa.eu/resource/authority/language/DEU'],
    themeTaxonomy: [themes.scheme],
    // An invented town has no key in the official list.
    spatial: tenant.invented ? [] : [{ uri: `http://dcat-ap.de/def/politicalGeocoding/municipalityKey/${tenant.ags}`, label: { de: tenant.name } }],
    ...(modified && { modified: modified.toISOString() }),
  }
}
