import { newId, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { findLinkedPerson, findPerson, insertLevelEvent, insertLinkedPerson, insertPerson, updateProofed } from '../person/queries.ts'
import { subjectHash } from '../person/subject-hash.ts'
import { raisedBy, whyNotSame } from './rules.ts'
import type { ForeignIdentity } from './schema.ts'

type Asks = { platform: Platform; now: Date; write<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> }

/** The person whom this identity belongs to, with what it now says about them. Undefined when nobody is connected with it. */
export async function knownPerson(ask: Asks, identity: ForeignIdentity): Promise<string | undefined> {
  const hash = await subjectHash(ask.platform, identity.source, identity.subject)
  return await ask.write(async (db) => {
    const link = await findLinkedPerson(db, identity.source, hash)
    if (link) await noteProof(db, link.personId, identity)
    return link?.personId
  })
}

/** Makes an account of what the identity says and connects both. Of two at the same moment one wins. */
export async function accountOf(ask: Asks, identity: ForeignIdentity): Promise<string> {
  const hash = await subjectHash(ask.platform, identity.source, identity.subject)
  const id = newId(ask.now)
  return await ask.write(async (db) => {
    const known = await findLinkedPerson(db, identity.source, hash)
    if (known) return known.personId
    const { givenNames = '', familyName = '', birthDate, address, email } = identity
    await insertPerson(db, {
      id,
      givenNames,
      familyName,
      ...(birthDate !== undefined && { birthDate }),
      ...(address && { address }),
      // The mail address comes from somebody who has not shown us that they read it.
      ...(email !== undefined && { email }),
      proofedLevel: 'low',
      proofedBy: 'registration',
    })
    await insertLinkedPerson(db, identity.source, hash, id)
    await insertLevelEvent(db, { id: newId(db.now), personId: id, level: 'low', cause: 'registered' })
    await noteProof(db, id, identity)
    return id
  })
}

/** Connects an identity with an account that the person has just shown to be theirs. */
export async function connect(ask: Asks, identity: ForeignIdentity, personId: string): Promise<'connected' | 'mismatch' | 'taken'> {
  const hash = await subjectHash(ask.platform, identity.source, identity.subject)
  return await ask.write(async (db) => {
    const person = await findPerson(db, personId)
    if (!person || whyNotSame(identity, person)) return 'mismatch'
    const link = await findLinkedPerson(db, identity.source, hash)
    if (link && link.personId !== personId) return 'taken'
    await insertLinkedPerson(db, identity.source, hash, personId)
    await noteProof(db, personId, identity)
    return 'connected'
  })
}

// Official data take the place of what the person had typed, and the proof lifts the account, never lowers it.
async function noteProof(db: UnitOfWork, personId: string, identity: ForeignIdentity): Promise<void> {
  const person = await findPerson(db, personId)
  const raised = person && raisedBy(person, identity.level, db.now)
  if (!raised) return
  const { givenNames, familyName, birthDate, address, source } = identity
  const said = { ...(givenNames !== undefined && { givenNames }), ...(familyName !== undefined && { familyName }), ...(birthDate !== undefined && { birthDate }), ...(address && { address }) }
  await updateProofed(db, personId, { ...said, level: raised.level, by: source, until: raised.until })
  await insertLevelEvent(db, { id: newId(db.now), personId, level: raised.level, cause: source, until: raised.until })
}
