import { Type } from 'typebox'

/** The grammar of questions as programs send it: the same as `TableQuery`. */
const Cell = Type.Union([Type.String({ maxLength: 10_000 }), Type.Number(), Type.Boolean(), Type.Null()])
const FieldName = Type.String({ maxLength: 300 })
const Condition = Type.Union([
  Type.Object({ field: FieldName, is: Type.Literal('in'), values: Type.Array(Cell, { maxItems: 10_000, description: 'any of these; null: no value' }) }, { additionalProperties: false }),
  Type.Object({ field: FieldName, is: Type.Union(['lt', 'lte', 'gt', 'gte', 'ne'].map((sign) => Type.Literal(sign))), value: Cell }, { additionalProperties: false }),
  Type.Object({ field: FieldName, is: Type.Literal('contains'), value: Type.String({ maxLength: 1_000, description: 'without regard to case' }) }, { additionalProperties: false }),
  Type.Object({ field: FieldName, is: Type.Union([Type.Literal('empty'), Type.Literal('present')]) }, { additionalProperties: false }),
])
const Aggregate = Type.Object(
  { as: FieldName, function: Type.Union(['count', 'sum', 'avg', 'min', 'max', 'median', 'count-distinct'].map((name) => Type.Literal(name))), field: Type.Optional(FieldName) },
  { additionalProperties: false },
)
export const QueryBody = Type.Object(
  {
    where: Type.Optional(Type.Array(Condition, { maxItems: 100, description: 'all of these hold' })),
    words: Type.Optional(Type.Object({ text: Type.String({ maxLength: 1_000, description: 'each word occurs in some column' }), fields: Type.Optional(Type.Array(FieldName, { maxItems: 2_000 })), prefix: Type.Optional(Type.Boolean({ description: 'the last word may be unfinished' })) }, { additionalProperties: false })),
    fields: Type.Optional(Type.Array(FieldName, { minItems: 1, maxItems: 2_000 })),
    distinct: Type.Optional(Type.Boolean()),
    sort: Type.Optional(Type.Array(Type.Object({ field: FieldName, descending: Type.Boolean() }, { additionalProperties: false }), { maxItems: 20 })),
    group: Type.Optional(Type.Array(FieldName, { maxItems: 20, description: 'counts instead of listing' })),
    aggregates: Type.Optional(Type.Array(Aggregate, { maxItems: 100 })),
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 32_000, description: 'default 100' })),
    total: Type.Optional(Type.Boolean({ description: 'count all that fit; default true' })),
  },
  { additionalProperties: false },
)
export const QueryAnswer = Type.Object({ fields: Type.Array(Type.Object({ id: Type.String(), type: Type.String() }, { additionalProperties: true })), rows: Type.Array(Type.Array(Type.Unknown())), total: Type.Optional(Type.Integer()) })
