import { Type, type Static } from 'typebox'
import type { ReuseClass } from '@modellregion/contracts'
import type { PlainDate } from '@modellregion/standards'

/** The way of a project, in order: idea, application, notice of the grant, delivery, proof of use, transfer to others. */
export const stages = ['idea', 'application', 'notice', 'delivery', 'proof-of-use', 'transfer'] as const
/** `refused`: the granting authority has said no. `withdrawn`: the town has given it up. */
export const endings = ['refused', 'withdrawn'] as const
export const allStages = [...stages, ...endings] as const
export type Stage = (typeof allStages)[number]

/** The four classes of the final report, in its order. */
export const reuseClassesInOrder = ['concept', 'templates-and-procedures', 'building-block', 'licence-free-solution'] as const satisfies readonly ReuseClass[]

/** Where a figure or a text comes from: the document, the place in it, and its address where there is one. */
export type Source = { readonly document: string; readonly place: string; readonly url?: string }

/** `role` is null where the source names several partners and not who leads. */
export type Partner = { readonly name: string; readonly role: 'lead' | 'partner' | null }
export const linkKinds = ['page', 'result', 'document', 'video'] as const
export type ProjectLink = { readonly kind: (typeof linkKinds)[number]; readonly url: string; readonly label: string }
/** What the project promises others, in its own words. `label` is the heading of the source where it differs from the class. */
export type ReusePromise = { readonly class: ReuseClass; readonly text: string; readonly label?: string }
/** Fields of the KDN database of transferable projects that have no other place here. */
export const kdnFields = ['uniqueSellingPoint', 'benefit', 'transferableService', 'transferFrom', 'categories', 'grantee', 'region', 'forWhom'] as const
export type KdnField = (typeof kdnFields)[number]
export type KdnFields = Readonly<Partial<Record<KdnField, string>>>

/** `report`: from the final report. `own`: written here. `import`: from a file. `invented`: example of a demonstration. */
export type ProjectOrigin = 'report' | 'own' | 'import' | 'invented'
/** So many projects one programme holds. Pages and sums read all of them, so that none is left out of a figure. */
export const mostProjects = 1_000
export const amountKinds = ['grant', 'total', 'own-share'] as const
export type AmountKind = (typeof amountKinds)[number]

/** A project as it stands now. Amounts are integer cents; `total` includes the partners of a joint project. */
export type Project = {
  readonly slug: string
  readonly number: number | null
  readonly kind: 'project' | 'office'
  readonly origin: ProjectOrigin
  readonly isPublic: boolean
  readonly name: string
  readonly nameInTable: string | null
  readonly aliases: readonly string[]
  readonly stage: Stage
  readonly summary: string
  readonly status: string
  readonly notes: string
  readonly results: string
  readonly partners: readonly Partner[]
  /** As the text of the source names them, where that differs from its table. */
  readonly partnersInText: readonly string[]
  readonly links: readonly ProjectLink[]
  readonly promises: readonly ReusePromise[]
  readonly kdn: KdnFields | null
  readonly service: string | null
  readonly source: Source | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly originalEndsOn: PlainDate | null
  readonly grantCents: number | null
  readonly totalCents: number | null
  readonly ownShareCents: number | null
  readonly changedAt: Date
  readonly createdAt: Date
}
/** A project as lists show it, without its longer texts. */
export type ProjectLine = Omit<Project, 'summary' | 'notes' | 'results' | 'kdn' | 'service' | 'source' | 'ownShareCents' | 'changedAt' | 'createdAt'>
export type NewProject = Omit<Project, 'startsOn' | 'endsOn' | 'originalEndsOn' | 'grantCents' | 'totalCents' | 'ownShareCents' | 'changedAt' | 'createdAt'>

/** A day on which a stage was reached; null where the source names none. */
export type StageStep = { readonly id: string; readonly slug: string; readonly stage: Stage; readonly reachedOn: PlainDate | null; readonly reason: string; readonly source: Source | null; readonly createdAt: Date }
/** The first one is the original period, each further one an extension or, before the notice, a new plan. */
export type Period = { readonly id: string; readonly slug: string; readonly startsOn: PlainDate; readonly endsOn: PlainDate; readonly reason: string; readonly source: Source | null; readonly createdAt: Date }
/** The newest of its kind counts. */
export type Amount = { readonly id: string; readonly slug: string; readonly kind: AmountKind; readonly cents: number; readonly reason: string; readonly source: Source; readonly createdAt: Date }
export const changeKinds = ['created', 'texts', 'stage', 'period', 'amount', 'import'] as const
export type ChangeKind = (typeof changeKinds)[number]
/** Values before and after, by field. */
export type ChangeDetail = Readonly<Record<string, readonly [string, string]>>
export type Change = { readonly id: string; readonly slug: string; readonly what: ChangeKind; readonly detail: ChangeDetail; readonly createdAt: Date }
export type History = { readonly steps: readonly StageStep[]; readonly periods: readonly Period[]; readonly amounts: readonly Amount[]; readonly changes: readonly Change[] }

export type Sourced<T> = { readonly value: T; readonly source: Source }
/** What a programme may say about itself in figures; amounts in integer cents. */
export const factFigures = ['ideas', 'submitted', 'approved', 'approxGrants', 'approxProgramme', 'approxProjects'] as const
export type FactFigure = (typeof factFigures)[number]
/** What is known of the programme as a whole; empty or null where nothing says it. */
export type Programme = {
  /** `report`: as a final report says it, not to be changed here. `own`: written by the project office. */
  readonly origin: 'report' | 'own'
  readonly name: string
  /** `2018-08` */
  readonly startedIn: string | null
  readonly endedOn: PlainDate | null
  readonly regions: readonly string[]
  readonly region: string
  readonly lead: string
  readonly partner: string
  /** What somebody found that does not fit together; what can be computed is found by `odditiesOf`. */
  readonly remarks: readonly string[]
} & { readonly [figure in FactFigure]: Sourced<number> | null }
/** What was changed about the programme, as before and after; the newest of a list first. */
export type ProgrammeChange = { readonly id: string; readonly detail: ChangeDetail; readonly createdAt: Date }

const line = (max: number) => Type.String({ minLength: 2, maxLength: max })
const text = (max: number) => Type.Optional(Type.String({ maxLength: max }))
export const IdeaForm = Type.Object({ key: Type.Optional(Type.String({ format: 'uuid' })), name: line(120), summary: Type.String({ minLength: 10, maxLength: 4_000 }), lead: text(200), on: Type.Optional(Type.String({ format: 'date' })), isPublic: Type.Optional(Type.Boolean()) })
export type IdeaForm = Static<typeof IdeaForm>
export const TextsForm = Type.Object({
  name: line(120),
  aliases: text(400),
  summary: text(4_000),
  status: text(2_000),
  notes: text(4_000),
  results: text(8_000),
  partners: text(4_000),
  links: text(4_000),
  concept: text(4_000),
  templates: text(4_000),
  buildingBlock: text(4_000),
  licenceFree: text(4_000),
  isPublic: Type.Optional(Type.Boolean()),
  since: text(40),
})
export type TextsForm = Static<typeof TextsForm>
export const KdnForm = Type.Object({
  uniqueSellingPoint: text(4_000),
  benefit: text(4_000),
  transferableService: text(4_000),
  transferFrom: text(200),
  categories: text(400),
  grantee: text(200),
  region: text(200),
  forWhom: text(4_000),
  since: text(40),
})
export const StageForm = Type.Object({ stage: Type.Union(allStages.map((stage) => Type.Literal(stage))), on: Type.String({ format: 'date' }), reason: text(1_000) })
export const PeriodForm = Type.Object({ startsOn: Type.Optional(Type.String({ format: 'date' })), endsOn: Type.String({ format: 'date' }), reason: line(1_000), document: line(300), place: text(300) })
export const AmountForm = Type.Object({ kind: Type.Union(amountKinds.map((kind) => Type.Literal(kind))), amount: Type.String({ minLength: 1, maxLength: 40 }), reason: text(1_000), document: line(300), place: text(300) })
const count = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 }))
export const FactsForm = Type.Object({
  name: line(200),
  startedIn: text(20),
  endedOn: Type.Optional(Type.String({ format: 'date' })),
  region: text(200),
  lead: text(200),
  partner: text(200),
  regions: text(2_000),
  document: text(300),
  ideas: count,
  ideasPlace: text(300),
  submitted: count,
  submittedPlace: text(300),
  approved: count,
  approvedPlace: text(300),
  approxGrants: text(40),
  approxGrantsPlace: text(300),
  approxProgramme: text(40),
  approxProgrammePlace: text(300),
  approxProjects: count,
  approxProjectsPlace: text(300),
  remarks: text(4_000),
  since: text(40),
})
export type FactsForm = Static<typeof FactsForm>
