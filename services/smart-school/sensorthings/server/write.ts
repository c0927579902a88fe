import { tellChange } from '../../ingest/changes.ts'
import type { Json } from '../json.ts'
import { linkOf } from '../model.ts'
import { printObservationId, type ObservationKey } from '../observation-id.ts'
import { endOf, parsePath, type ResourcePath } from '../path/parse.ts'
import { openContext } from '../queries/scope.ts'
import type { Row } from '../queries/read.ts'
import { idOf } from '../read/node.ts'
import { resolvePath } from '../read/resolve.ts'
import { isRefusal, refusal } from '../refusal.ts'
import { selfLink } from '../answer/render.ts'
import { backLink, createEntity, moveThing, type Given, type Made } from '../write/create.ts'
import { deleteNamed, deleteOneObservation } from '../write/delete.ts'
import { bodyOfChange, updateNamed, updateObservation, type Way } from '../write/update.ts'
import { objectOf, parseJson } from '../write/body.ts'
import { openWork, type Work } from '../write/work.ts'
import { baseOf, type Answer, type Request, type Site } from './exchange.ts'
import { answerRead } from './read.ts'

/** Whoever writes needs a credential that may. @throws Refusal 401 or 403 */
export function demandWriter({ caller }: Pick<Site, 'caller'>): void {
  if (caller.mayWrite) return
  throw caller.id === undefined ? refusal(401, 'credential', 'Writing needs a credential (Basic or Bearer). Ask the town for one.') : refusal(403, 'read-only', 'This credential may read, not write.')
}

type WorkSite = Omit<Site, 'origin' | 'version'>

/** A writing unit; once it is committed, whoever listens hears what has changed. Who meets another writer at the same moment tries again. */
export async function inWork<T>(site: WorkSite, write: (work: Work) => Promise<T>): Promise<T> {
  if (site.work) return await write(site.work)
  const { platform, tenant } = site
  const { result, work } = await tryWork(site, write, 5)
  for (const [entity, ids] of work.changed) tellChange(platform, tenant.id, { entity, ids: [...ids] })
  if (work.observations.length > 0) tellChange(platform, tenant.id, { observations: work.observations })
  if (work.schools.size > 0) platform.live.tell('smart-school', `schools ${[...work.schools].join(',')}`)
  return result
}

async function tryWork<T>(site: WorkSite, write: (work: Work) => Promise<T>, more: number): Promise<{ result: T; work: Work }> {
  const { platform, tenant, caller } = site
  try {
    return await platform.database.unit({ tenant: tenant.id, service: 'smart-school', access: 'write', now: platform.now() }, async (db) => {
      const work = openWork(db, caller)
      return { work, result: await write(work) }
    })
  } catch (error) {
    if (more > 0 && isRefusal(error) && error.code.endsWith('.at-once')) return await tryWork(site, write, more - 1)
    throw error
  }
}

/** Creates by POST at a set. @throws Refusal */
export async function answerCreate(site: Site, request: Request): Promise<Answer> {
  demandWriter(site)
  const path = parsePath(request.path)
  if (endOf(path).single || path.property || path.end) throw refusal(405, 'method', 'POST creates a member of a set, such as Things or Things(1)/Datastreams.')
  const body = objectOf(parseJson(await request.body()), endOf(path).entity)
  const made = await inWork(site, (work) => createAt(work, path, body))
  return await madeAnswer(site, made, request.prefer, 201)
}

/** Creates where an address says; links that the address gives are set. */
export async function createAt(work: Work, path: ResourcePath, body: Json): Promise<Made> {
  const { entity } = endOf(path)
  const context = openContext(work.db.tenant, work.db.now, work.caller)
  const found = await resolvePath(work.db, context, path)
  if (!('from' in found) || !found.from) return await createEntity(work, entity, body)
  const { from } = found
  const back = backLink(from.entity, entity)
  if (from.entity === 'Thing' && entity === 'Location') {
    const made = await createEntity(work, entity, body)
    if ('id' in made) await moveThing(work, from.start, [made.id])
    return made
  }
  if (!back || !linkOf(entity, back)) throw refusal(400, 'body', `A ${entity} is not created at a ${from.entity}. Create it in its own set and name the link.`)
  const given: Given = { [back]: [from.start] }
  return await createEntity(work, entity, body, given)
}

const idOfMade = (made: Made): number | string => ('id' in made ? made.id : printObservationId({ ...made.key, micros: BigInt(made.key.at.getTime()) * 1_000n }))
export const linkOfMade = (base: string, made: Made): string => selfLink(base, made.entity, idOfMade(made))

/** The entity as it is now, unless the caller wants little (RFC 7240). */
async function madeAnswer(site: Site, made: Made, prefer: string, status: 200 | 201): Promise<Answer> {
  const location = linkOfMade(baseOf(site), made)
  // Within a change set nothing is committed yet that could be read.
  if (site.work || /return=minimal/.test(prefer)) return { status: status === 201 ? 201 : 204, headers: { location } }
  const { body } = await answerRead(site, { path: location.slice(baseOf(site).length + 1), query: '' })
  return { status, headers: { location }, body }
}

const keyOf = (row: Row): ObservationKey => ({ seriesId: Number(row['_series']), micros: BigInt(String(row['at'])), seq: Number(row['seq']) })

async function findSingle(work: Work, path: ResourcePath) {
  if (!endOf(path).single || path.property || path.end) throw refusal(405, 'method', 'Only a single entity is changed or deleted, such as Things(1).')
  const found = await resolvePath(work.db, openContext(work.db.tenant, work.db.now, work.caller), path)
  if (!('row' in found)) throw refusal(404, 'not-found', 'There is no such entity.')
  return found
}

/** Changes by PATCH (merge, or JSON Patch by its content type) or PUT. @throws Refusal */
export async function answerUpdate(site: Site, request: Request): Promise<Answer> {
  demandWriter(site)
  const path = parsePath(request.path)
  const way: Way = request.method === 'PUT' ? 'replace' : /json-patch\+json/i.test(request.contentType) ? 'patch' : 'merge'
  const said = parseJson(await request.body())
  const made = await inWork(site, async (work): Promise<Made> => {
    const { entity, row } = await findSingle(work, path)
    const body = bodyOfChange(entity, row, way, said)
    if (entity === 'Observation') return { entity, key: await updateObservation(work, keyOf(row), row, body, way) }
    const id = Number(idOf(entity, row))
    await updateNamed(work, entity, id, body, way)
    return { entity, id }
  })
  return await madeAnswer(site, made, request.prefer, 200)
}

/** Deletes one entity, with all that the standard takes with it. @throws Refusal */
export async function answerDelete(site: Site, request: Request): Promise<Answer> {
  demandWriter(site)
  const path = parsePath(request.path)
  await inWork(site, async (work) => {
    const { entity, row } = await findSingle(work, path)
    if (entity === 'Observation') await deleteOneObservation(work, keyOf(row), row['_multi'] === true)
    else await deleteNamed(work, entity, Number(idOf(entity, row)))
  })
  return { status: 200 }
}
