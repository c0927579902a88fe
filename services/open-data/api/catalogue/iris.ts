import type { Iri } from '../../dcat/schema.ts'
import type { Exported } from './queries.ts'

/** The page of a dataset; its fragments name the dataset, its record in this catalogue and its files. */
export const pageOf = (site: string, name: string): Iri => `${site}/open-data/dataset/${name}`

/** A harvested dataset keeps the IRI of its source, so that the same dataset is one thing in every catalogue that lists it. */
export const datasetIri = (site: string, { name, document }: Pick<Exported, 'name' | 'document'>): Iri => document.uri ?? `${pageOf(site, name)}#dataset`

export const seriesIri = (site: string, name: string): Iri => `${site}/open-data/series/${name}#series`
export const serviceIri = (site: string, name: string): Iri => `${site}/open-data/service/${name}#service`
