import { newId, NotFound, type Ask } from '@modellregion/kernel'
import { simulatorIssuer } from './port.ts'
import { deleteOldRequests, findParty, insertRequest } from './queries.ts'
import { isSignedBy, readRequest, type RawRequest } from './saml.ts'
import type { Kind, Party } from './schema.ts'

type Asks = Pick<Ask, 'platform' | 'read' | 'write' | 'url' | 'now'>

/** Simulators exist in demonstrations only. @throws NotFound */
export function onlyInDemo({ platform }: Pick<Ask, 'platform'>): void {
  if (!platform.config.demo) throw new NotFound()
}

export const issuerHere = ({ url }: Pick<Ask, 'url'>, kind: Kind): string => simulatorIssuer(url.origin, kind)

/** A request that is signed by somebody who is registered, and that wants its answer where it is registered. Undefined for any other. */
export async function checkedRequest(ask: Asks, kind: Kind): Promise<{ request: RawRequest; party: Party } | undefined> {
  const request = readRequest(ask.url.search)
  const party = request && (await ask.read((db) => findParty(db, kind, request.issuer)))
  return request && party && isSignedBy(request, party.signingCertificate) && request.answersTo === party.answersTo && request.root.getAttribute('Destination') === issuerHere(ask, kind) ? { request, party } : undefined
}

/** Keeps a checked request until somebody has signed in. Returns its number. */
export async function keepRequest(ask: Asks, kind: Kind, { issuer, id: requestId, relayState }: RawRequest, level: string | null): Promise<string> {
  const id = newId(ask.now)
  await ask.write(async (db) => {
    await deleteOldRequests(db)
    await insertRequest(db, { id, kind, issuer, requestId, relayState, level, expiresAt: new Date(ask.now.getTime() + 30 * 60_000) })
  })
  return id
}

/** Who asked. @throws NotFound */
export async function partyOf(ask: Asks, kind: Kind, issuer: string): Promise<Party> {
  const party = await ask.read((db) => findParty(db, kind, issuer))
  if (!party) throw new NotFound()
  return party
}
