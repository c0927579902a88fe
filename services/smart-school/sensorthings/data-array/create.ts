import type { Answer, Request, Site } from '../server/exchange.ts'
import { baseOf } from '../server/exchange.ts'
import { demandWriter, inWork, linkOfMade } from '../server/write.ts'
import { isRefusal, refusal } from '../refusal.ts'
import { isObject, linkedId, objectOf, parseJson, propertiesIn } from '../write/body.ts'
import { idOfLink } from '../write/create.ts'
import { createObservations, getTarget, rowOf } from '../write/observation.ts'
import type { Work } from '../write/work.ts'
import type { Json } from '../json.ts'

/**
 * `CreateObservations` (18-088, 13.3): tables of observations. The answer names each made observation, or says `error` in the place of one that could
 * not be made; the others stay.
 */
export async function createByDataArray(site: Site, request: Request): Promise<Answer> {
  demandWriter(site)
  const tables = parseJson(await request.body())
  if (!Array.isArray(tables)) throw refusal(400, 'body', 'CreateObservations takes an array of tables, each with Datastream, components and dataArray.')
  const base = baseOf(site)
  const links = await inWork(site, async (work) => {
    const all: string[] = []
    for (const [index, table] of tables.entries()) all.push(...(await writeTable(work, objectOf(table, `[${index}]`), `[${index}]`, base)))
    return all
  })
  return { status: 201, body: links }
}

async function writeTable(work: Work, table: Json, where: string, base: string): Promise<string[]> {
  const { components, dataArray } = table
  if (!Array.isArray(components) || !components.every((name) => typeof name === 'string')) throw refusal(400, 'body', `${where}.components: an array of names is expected.`)
  if (!Array.isArray(dataArray)) throw refusal(400, 'body', `${where}.dataArray: an array of rows is expected.`)
  const entity = isObject(table['MultiDatastream']) ? 'MultiDatastream' : 'Datastream'
  const seriesId = linkedId(objectOf(table[entity], `${where}.${entity}`), `${where}.${entity}`)
  if (seriesId === undefined) throw refusal(400, 'body', `${where}.${entity}: name it by "@iot.id".`)
  const target = await getTarget(work, seriesId, entity)
  const answers: (string | undefined)[] = []
  const drafts: { place: number; body: Json; featureId: number | undefined }[] = []
  const features = new Map<number, number>()
  for (const [place, row] of dataArray.entries()) {
    answers.push(undefined)
    const read = Array.isArray(row) && row.length === components.length ? readRow(components, row) : undefined
    if (!read) continue
    try {
      rowOf(work, target, propertiesIn('Observation', read.body, true), null)
      if (read.feature !== undefined && !features.has(read.feature)) features.set(read.feature, await idOfLink(work, 'FeatureOfInterest', { '@iot.id': read.feature }))
      drafts.push({ place, body: read.body, featureId: read.feature })
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  const keys = drafts.length > 0 ? await createObservations(work, target, drafts.map(({ body, featureId }) => ({ seriesId, body, featureId }))) : []
  for (const [index, key] of keys.entries()) answers[drafts[index]?.place ?? 0] = linkOfMade(base, { entity: 'Observation', key })
  return answers.map((answer) => answer ?? 'error')
}

function readRow(components: readonly string[], row: readonly unknown[]): { body: Json; feature: number | undefined } | undefined {
  const body: Json = {}
  let feature: number | undefined
  for (const [index, name] of components.entries()) {
    if (name === 'FeatureOfInterest/id' || name === 'FeatureOfInterest/@iot.id') {
      if (typeof row[index] !== 'number') return undefined
      feature = row[index]
    } else if (name !== 'id') body[name] = row[index]
  }
  return { body, feature }
}
