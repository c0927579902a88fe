import { Type } from 'typebox'

/** Which identity document the officer has seen. Its number is not kept: it would be of use to nobody but a thief. */
export const documents = ['id-card', 'passport', 'residence-permit', 'other'] as const
export type Document = (typeof documents)[number]

export const OpenCaseForm = Type.Object({
  person: Type.String({ format: 'uuid' }),
  document: Type.Union(documents.map((document) => Type.Literal(document))),
  seen: Type.Boolean(),
})

export type CaseState = 'open' | 'confirmed' | 'used' | 'withdrawn'

/** Somebody stands at the counter and cannot get in any more. */
export type CounterCase = {
  id: string
  personId: string
  document: Document
  state: CaseState
  openedBy: string
  confirmedBy: string | null
  codeHash: string | null
  tries: number
  expiresAt: Date
  createdAt: Date
}

/** A way back that is open. `browserHash` is set when a browser has used the link or the code; it belongs to that one. */
export type Recovery = { tokenHash: string; personId: string; source: 'mail' | 'counter'; caseId: string | null; browserHash: string | null; expiresAt: Date }

export type FoundPerson = { id: string; givenNames: string; familyName: string; userName: string | null; birthDate: string | null; email: string | null }
