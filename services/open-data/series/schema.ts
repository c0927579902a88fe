import { Type, type Static } from 'typebox'
import type { DataService, DatasetSeries, Iri } from '../dcat/schema.ts'

/** The two kinds of entries beside datasets that a town describes itself. */
export type Kind = 'series' | 'service'

type Entry = { id: string; name: string; title: string; organisationId: string; organisation: string; createdAt: Date; changedAt: Date }
export type SeriesEntry = Entry & { document: DatasetSeries }
export type ServiceEntry = Entry & { document: DataService }

/** A dataset of a series or service, in its order. */
export type Member = { id: string; name: string; title: string; summary: string; organisation: string; modified: Date | null }

/** Where a dataset stands in a series of the town's own, and its neighbours there. */
export type Place = { datasetId: string; series: string; title: string; position: number; size: number; previous: string | null; previousUri: Iri | null; previousTitle: string | null; next: string | null; nextUri: Iri | null; nextTitle: string | null }

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const optionalText = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const common = {
  title: text(200),
  description: text(5_000),
  organisation: text(100),
  contactMail: Type.Optional(Type.String({ maxLength: 200, format: 'email' })),
  hvdCategory: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 6 }),
  datasets: optionalText(20_000),
}

export const SeriesForm = Type.Object({ ...common, accrualPeriodicity: optionalText(200) })
export type SeriesForm = Static<typeof SeriesForm>

export const ServiceForm = Type.Object({ ...common, endpointURL: text(2_000), endpointDescription: optionalText(2_000), page: optionalText(2_000), format: optionalText(200), license: optionalText(200) })
export type ServiceForm = Static<typeof ServiceForm>

/** Datasets one series or service may name. */
export const mostMembers = 500
