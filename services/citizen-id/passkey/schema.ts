import type { Credential, Person } from '../person/schema.ts'

/** A key with what a sign-in must know about its owner, in one row. */
export type KeyOfPerson = Credential & Pick<Person, 'proofedLevel' | 'proofedUntil' | 'lockedAt' | 'givenNames' | 'familyName'>

/** What a browser answers to a question about keys, as JSON in a form field. */
export const answerLimit = 30_000
