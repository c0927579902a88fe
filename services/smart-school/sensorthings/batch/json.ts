import type { Json } from '../json.ts'
import { refusal } from '../refusal.ts'
import type { Answer } from '../server/exchange.ts'
import { isObject } from '../write/body.ts'
import type { Item, Part, PartAnswer } from './run.ts'

/** Reads a batch in JSON, as OData 4.01 writes it (JSON Format, 19): `{ "requests": [{ "id", "method", "url", "body", "atomicityGroup" }] }`. @throws Refusal */
export function readJsonBatch(body: unknown): Item[] {
  const requests = isObject(body) ? body['requests'] : undefined
  if (!Array.isArray(requests)) throw refusal(400, 'batch', 'A batch in JSON has an array "requests".')
  const items: { together: boolean; group: string | undefined; parts: Part[] }[] = []
  for (const [index, request] of requests.entries()) {
    const { part, group } = readPart(request, index)
    const last = items.at(-1)
    if (group !== undefined && last?.group === group) last.parts.push(part)
    else items.push({ together: group !== undefined, group, parts: [part] })
  }
  return items
}

function readPart(request: unknown, index: number): { part: Part; group: string | undefined } {
  if (!isObject(request)) throw refusal(400, 'batch', `requests[${index}] is no object.`)
  const { id, method, url, body, headers, atomicityGroup } = request
  if (typeof id !== 'string' || typeof url !== 'string' || typeof method !== 'string' || !/^(get|post|patch|put|delete)$/i.test(method)) throw refusal(400, 'batch', `requests[${index}] needs "id", "method" and "url".`)
  const type = isObject(headers) ? Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] : undefined
  return { part: { id, method: method.toUpperCase(), url, contentType: typeof type === 'string' ? type : '', body: body === undefined ? '' : JSON.stringify(body) }, group: typeof atomicityGroup === 'string' ? atomicityGroup : undefined }
}

export function printJsonBatch(results: readonly { answers: readonly PartAnswer[] }[]): Answer {
  const responses = results.flatMap(({ answers }) =>
    answers.map(({ id, answer: { status, headers, body, text } }): Json => ({ id, status, ...(headers?.['location'] && { headers: { location: headers['location'] } }), ...((body ?? text) !== undefined && { body: body ?? text }) })),
  )
  return { status: 200, body: { responses } }
}
