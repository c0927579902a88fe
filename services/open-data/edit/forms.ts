import { Type, type TObject } from 'typebox'
import { isMany } from './answers.ts'
import type { DatasetQuestion } from './schema.ts'

/** Fields of a step as they are sent. Everything may be absent and of any form: what it is worth is read question by question. */
export const formOf = (questions: readonly DatasetQuestion[]): TObject =>
  Type.Object({
    revision: Type.Integer({ minimum: 1 }),
    go: Type.Optional(Type.String({ maxLength: 20 })),
    organisation: Type.Optional(Type.String({ maxLength: 60 })),
    ...Object.fromEntries(questions.flatMap((question) => [
      [question.name, Type.Optional(isMany(question) && question.kind !== 'places' && question.kind !== 'lines' && question.kind !== 'links' ? Type.Array(Type.String({ maxLength: 4_000 }), { maxItems: 200 }) : Type.String({ maxLength: 50_000 }))],
      [`choose-${question.name}`, Type.Optional(Type.String({ maxLength: 10 }))],
    ])),
  })
