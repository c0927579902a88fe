import { Type, type Static } from 'typebox'

const Values = Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 30 }))

/** Pages that an address can ask for; whoever looks for more narrows the question. */
export const mostPages = 500

/** The address of the catalogue: every choice stands in it, so that a search can be sent to somebody. */
export const ListQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    class: Values,
    installable: Values,
    kind: Values,
    topic: Values,
    town: Values,
    origin: Values,
    licence: Values,
    service: Values,
    sort: Type.Optional(Type.Union([Type.Literal('relevance'), Type.Literal('newest'), Type.Literal('title')])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: mostPages })),
  },
  { additionalProperties: true },
)
export type ListQuery = Static<typeof ListQuery>

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** A supplier of the directory is named at one more entry. */
export const NameForm = Type.Object({ supplier: Type.String({ format: 'uuid' }), entry: Type.String({ format: 'uuid' }) })

/** What a supplier can do for an entry. */
export const supplierDoes = ['setup', 'hosting', 'support', 'training', 'development'] as const
export type SupplierDoes = (typeof supplierDoes)[number]

export type Supplier = {
  readonly id: string
  /** The town that recorded it. */
  readonly town: string
  readonly published: boolean
  readonly company: string
  readonly website: string | null
  /** A function mailbox, never a person. */
  readonly mailbox: string | null
  readonly region: string
  readonly does: readonly SupplierDoes[]
  readonly offer: string
  /** Ids of the entries it looks after. */
  readonly entries: readonly string[]
  readonly changedAt: Date
}

const Optional = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const Web = Type.Optional(Type.String({ maxLength: 300, pattern: '^https://[^\\s]+$' }))
const Days = Type.Optional(Type.Integer({ minimum: 0, maximum: 5_000 }))

/** The description of an own entry, in the order of the page. */
export const EntryForm = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 140 }),
  titleEn: Optional(140),
  summary: Type.String({ minLength: 10, maxLength: 300 }),
  summaryEn: Optional(300),
  class: Type.Union([Type.Literal('concept'), Type.Literal('templates-and-procedures'), Type.Literal('building-block'), Type.Literal('licence-free-solution')]),
  problem: Optional(2_000),
  description: Optional(20_000),
  licence: Type.String({ minLength: 2, maxLength: 120 }),
  topics: Optional(300),
  office: Optional(160),
  email: Type.Optional(Type.String({ maxLength: 200, format: 'email' })),
  page: Web,
  source: Web,
  project: Optional(80),
  daysMin: Days,
  daysMax: Days,
  effortNote: Optional(300),
  once: Optional(20),
  yearly: Optional(20),
  costNote: Optional(300),
})
export type EntryForm = Static<typeof EntryForm>
export type EntryFormField = keyof EntryForm

export const VersionForm = Type.Object({ label: Type.String({ minLength: 1, maxLength: 40 }), note: Type.String({ minLength: 3, maxLength: 1_000 }), keep: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 60 })) })
export type VersionForm = Static<typeof VersionForm>

export const SupplierForm = Type.Object({
  /** Id of the supplier that the form makes, so that sent twice it makes one. */
  key: Type.Optional(Type.String({ format: 'uuid' })),
  company: Type.String({ minLength: 2, maxLength: 160 }),
  region: Type.String({ minLength: 2, maxLength: 120 }),
  does: Type.Array(Type.Union([Type.Literal('setup'), Type.Literal('hosting'), Type.Literal('support'), Type.Literal('training'), Type.Literal('development')]), { minItems: 1, maxItems: 5 }),
  offer: Optional(1_000),
  website: Web,
  mailbox: Type.Optional(Type.String({ maxLength: 200, format: 'email' })),
  /** Of the entries it serves, those that stay. */
  keep: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 200 })),
  /** All entries that the form has listed, by id, with blanks between. */
  listed: Optional(8_000),
  /** Addresses of further ones. */
  add: Optional(2_000),
})
export type SupplierForm = Static<typeof SupplierForm>

/** Total of the files of one version, in bytes. */
export const filesLimit = 5_000_000

/** What the interface tells of an entry. */
export const PublicEntry = Type.Object({
  id: Type.String(),
  url: Type.String(),
  class: Type.String(),
  kind: Type.String(),
  installable: Type.Boolean(),
  title: Type.Record(Type.String(), Type.String()),
  summary: Type.Record(Type.String(), Type.String()),
  problem: Type.String(),
  description: Type.String(),
  licence: Type.String(),
  languages: Type.Array(Type.String()),
  topics: Type.Array(Type.String()),
  origin: Type.String(),
  town: Type.Union([Type.String(), Type.Null()]),
  sourceUrl: Type.Union([Type.String(), Type.Null()]),
  pageUrl: Type.Union([Type.String(), Type.Null()]),
  contact: Type.Object({ office: Type.Optional(Type.String()), email: Type.Optional(Type.String()), phone: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
  effort: Type.Object({ daysMin: Type.Optional(Type.Integer()), daysMax: Type.Optional(Type.Integer()), note: Type.Optional(Type.String()) }),
  cost: Type.Object({ onceCents: Type.Optional(Type.Integer()), yearlyCents: Type.Optional(Type.Integer()), note: Type.Optional(Type.String()) }),
  service: Type.Union([Type.String(), Type.Null()]),
  project: Type.Union([Type.String(), Type.Null()]),
  version: Type.Union([Type.Integer(), Type.Null()]),
  changedAt: Type.String(),
})
export type PublicEntry = Static<typeof PublicEntry>
