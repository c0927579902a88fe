import { body, type Answer, type Ask, type ReceivedFile } from '@modellregion/kernel'
import { keepUpload } from '../../load/take.ts'
import { covers } from '../../token/rules.ts'
import { ApiFailure, invalid } from '../failure.ts'
import type { Call, Told } from './action.ts'
import { findAction } from './actions.ts'
import { callOf, noCaller } from './call.ts'
import { callerOf, findCaller } from './caller.ts'
import { readParams, type Incoming } from './request.ts'

type Asked = Pick<Ask<unknown, unknown, unknown>, 'url' | 'headers' | 'body' | 'now' | 'tenant' | 'read' | 'write' | 'platform' | 'uploads' | 'fields'>

/**
 * Answers one call of the Action API in CKAN's envelope (docs.ckan.org/en/2.11/api, ckan/views/api.py). The key in `Authorization` or
 * `X-CKAN-API-Key` says who calls; without a valid one it is a guest, who reads what is public.
 */
export async function answerAction(ask: Asked, method: Incoming['method'], name: string): Promise<Answer> {
  const found = findAction(name)
  if (!found) return badRequest(`Action name not known: ${name}`)
  const help = JSON.stringify(`${ask.url.origin}/api/3/action/help_show?name=${encodeURIComponent(name)}`)
  const caller = once(() => findCaller(ask))
  try {
    const files = await keepFiles(ask, caller)
    const reading = readParams({ method, search: ask.url.searchParams, type: ask.headers['content-type'] ?? '', body: typeof ask.body === 'string' ? ask.body : undefined, fields: ask.fields(), readOnly: found.readOnly })
    if (!reading.ok) return badRequest(`JSON Error: ${reading.message}`)
    const { callback, ...params } = reading.params
    const call = callOf(ask, callback === undefined ? caller : noCaller, files)
    if (!found.readOnly) await callerOf(call, name) // before anything is said about the parameters
    const told = await found.action.run(call, params)
    return finish(ask, method, envelope(help, told))
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    return jsonText(`{"help":${help},"success":false,"error":${JSON.stringify({ ...error.detail, __type: error.type })}}`, error.status)
  }
}

// Only whoever may write has files kept; of everybody else's form the fields are read and the files flow past.
async function keepFiles(ask: Asked, caller: Call['caller']): Promise<ReadonlyMap<string, ReceivedFile>> {
  const kept = new Map<string, ReceivedFile>()
  for await (const upload of ask.uploads()) {
    const by = await caller()
    if (!by || !covers(by.scope, 'write')) {
      upload.content.resume()
      continue
    }
    const received = await keepUpload(ask, upload)
    if (!received.ok) throw invalid({ [upload.field]: [`${received.refusal.code}: ${JSON.stringify(received.refusal.values ?? {})}`] })
    kept.set(upload.field, received.file)
  }
  return kept
}

function envelope(help: string, told: string | Told): string {
  if (typeof told === 'string') return `{"help":${help},"success":true,"result":${told}}`
  const { result, changed, findings = [] } = told
  const more = `${changed ? `,"changed_entities":${JSON.stringify(changed)}` : ''}${findings.length > 0 ? `,"findings":${JSON.stringify(findings)}` : ''}`
  return `{"help":${help},"success":true,"result":${result}${more}}`
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** An answer that succeeded, wrapped for `<script>` when the address names a function. */
export function finish(ask: Pick<Asked, 'url'>, method: Incoming['method'], text: string): Answer {
  const callback = method === 'GET' ? ask.url.searchParams.get('callback') : null
  if (callback === null) return jsonText(text)
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$.[\]]{0,99}$/u.test(callback)) return badRequest('callback is not a name of a function')
  // The comment in front keeps a browser plugin from taking the answer for a file of its own.
  return body('application/javascript;charset=utf-8', `/**/${callback}(${text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')});`)
}

/** Calls that never reach an action get a bare JSON string, as in CKAN. */
const badRequest = (why: string): Answer => jsonText(JSON.stringify(`Bad request - ${why}`), 400)

const jsonText = (text: string, status = 200): Answer => body('application/json;charset=utf-8', text, { status })
