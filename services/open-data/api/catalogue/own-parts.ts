/** What only this portal knows of its own datasets: addresses and sizes of files, their place in series, services that serve them. */
import { idOfFile } from '../../dataset/record.ts'
import type { Dataset, Distribution, Iri, Statement } from '../../dcat/schema.ts'
import { newSheet, resource } from '../../dcat/sheet.ts'
import { dataServiceToRdf, seriesToRdf, type Labels } from '../../dcat/to-rdf.ts'
import { datasetIri, pageOf, serviceIri, seriesIri } from './iris.ts'
import type { Beside } from './beside.ts'
import type { Exported } from './queries.ts'

/** The description with the addresses, sizes and checksums of the files that this portal keeps. */
export function withOwnFiles(site: string, { id, document }: Pick<Exported, 'id' | 'document'>, files: Beside['files']): Dataset {
  return { ...document, distribution: document.distribution.map((file, position) => ownFile(site, idOfFile(id, file, position), file, files)) }
}

function ownFile(site: string, id: string, file: Distribution, files: Beside['files']): Distribution {
  const version = file.versionId === undefined ? undefined : files.get(file.versionId)
  if (!version) return file
  const address = `${site}/open-data/file/${id}`
  return {
    ...file,
    accessURL: file.accessURL.length > 0 ? file.accessURL : [address],
    downloadURL: [address],
    byteSize: version.byteSize,
    checksum: { algorithm: 'sha256', value: version.sha256 },
    ...(file.mediaType === undefined && /^[\w.+-]+\/[\w.+-]+$/.test(version.mediaType) && { mediaType: version.mediaType }),
  }
}

/** In which series of the town a dataset stands, and which datasets are before and behind it there. */
export function placeStatements(site: string, dataset: Exported, places: Beside['places']): Statement[] {
  const sheet = newSheet({ next: 0 }, false)
  const say = sheet.about(resource(datasetIri(site, dataset)))
  for (const place of places.filter(({ datasetId }) => datasetId === dataset.id)) {
    say.resources('dcat:inSeries', seriesIri(site, place.series))
    if (place.previous !== null) say.resources('dcat:prev', place.previousUri ?? `${pageOf(site, place.previous)}#dataset`)
    if (place.next !== null) say.resources('dcat:next', place.nextUri ?? `${pageOf(site, place.next)}#dataset`)
  }
  return sheet.statements
}

/** Series and services as entries of their own. A service names only the datasets that this document describes. */
export function companionStatements(site: string, datasets: readonly Exported[], beside: Beside, labels: Labels): Statement[] {
  const iris = new Map(datasets.map((dataset) => [dataset.id, datasetIri(site, dataset)]))
  const here = new Set(iris.values())
  return [
    ...beside.series.flatMap(({ name, document }) => seriesToRdf(document, seriesIri(site, name), labels)),
    ...beside.harvestedSeries.flatMap(({ document }) => (document.uri === undefined ? [] : seriesToRdf(document, document.uri, labels))),
    ...beside.services.flatMap(({ name, document }) => dataServiceToRdf({ ...document, servesDataset: servedBy(beside, name).flatMap((id) => iris.get(id) ?? []) }, serviceIri(site, name), labels)),
    ...beside.harvestedServices.flatMap(({ document }) => (document.uri === undefined ? [] : dataServiceToRdf({ ...document, servesDataset: document.servesDataset.filter((iri) => here.has(iri)) }, document.uri, labels))),
  ]
}

const servedBy = ({ serving }: Beside, name: string): string[] => serving.filter((service) => service.name === name).map(({ datasetId }) => datasetId)

/** What the catalogue lists beside datasets. */
export const companionIris = (site: string, beside: Beside): { series: Iri[]; services: Iri[] } => ({
  series: [...beside.series.map(({ name }) => seriesIri(site, name)), ...beside.harvestedSeries.flatMap(({ document }) => document.uri ?? [])],
  services: [...new Set([...beside.services.map(({ name }) => serviceIri(site, name)), ...beside.harvestedServices.flatMap(({ document }) => document.uri ?? [])])],
})
