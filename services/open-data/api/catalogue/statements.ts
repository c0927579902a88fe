import type { Tenant } from '@modellregion/kernel'
import { idOfFile } from '../../dataset/record.ts'
import { emptyCatalogue } from '../../dcat/empty.ts'
import type { Catalogue, Iri, Statement } from '../../dcat/schema.ts'
import { newSheet, resource } from '../../dcat/sheet.ts'
import { catalogueToRdf, datasetToRdf, pagingToRdf, type Labels, type PageLinks } from '../../dcat/to-rdf.ts'
import { publisherTypes, themes } from '../../vocabulary/lists.ts'
import type { Exported } from './queries.ts'

/** The page of a dataset; its fragments name the dataset, its record in this catalogue and its files. */
export const pageOf = (site: string, name: string): Iri => `${site}/open-data/dataset/${name}`

/** A harvested dataset keeps the IRI of its source, so that the same dataset is one thing in every catalogue that lists it. */
export const datasetIri = (site: string, { name, document }: Pick<Exported, 'name' | 'document'>): Iri => document.uri ?? `${pageOf(site, name)}#dataset`

const recordIri = (site: string, { name }: Exported): Iri => `${pageOf(site, name)}#record`
const catalogueIri = (site: string): Iri => `${site}/catalog#catalogue`

/** One dataset with its record. */
export function datasetStatements(site: string, dataset: Exported, labels: Labels = { next: 0 }): Statement[] {
  const { id, name, document } = dataset
  const fileIri = (index: number): Iri => {
    const distribution = document.distribution[index]
    return `${pageOf(site, name)}#file-${distribution ? idOfFile(id, distribution, index) : index}`
  }
  return [...datasetToRdf(document, { uri: datasetIri(site, dataset), distributionUri: fileIri, labels }), ...recordStatements(site, dataset)]
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

export type CataloguePage = { site: string; tenant: Tenant; title: string; description: string; modified: Date | null; datasets: readonly Exported[]; links: Omit<PageLinks, 'collection'> }

/** A page of the catalogue: the catalogue itself, its datasets, and where the other pages are. */
export function catalogueStatements(page: CataloguePage): Statement[] {
  const { site, datasets } = page
  const labels = { next: 0 }
  const self = catalogueIri(site)
  const sheet = newSheet(labels, false)
  sheet.about(resource(self)).resources('dcat:record', datasets.map((dataset) => recordIri(site, dataset)))
  return [
    ...catalogueToRdf(catalogueOf(page), self, [...new Set(datasets.map((dataset) => datasetIri(site, dataset)))], labels),
    ...sheet.statements,
    ...datasets.flatMap((dataset) => datasetStatements(site, dataset, labels)),
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
