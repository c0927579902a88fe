import { body, type Answer, type Ask } from '@modellregion/kernel'
import { ApiFailure } from '../failure.ts'
import type { Call } from './action.ts'
import { findAction } from './actions.ts'
import { readParams, type Incoming } from './request.ts'

type Asked = Pick<Ask<unknown, unknown, unknown>, 'url' | 'headers' | 'body' | 'now' | 'tenant' | 'read'>

/**
 * Answers one call of the Action API in CKAN's envelope (docs.ckan.org/en/2.11/api, ckan/views/api.py). Keys of API tokens are
 * ignored: everything that can be read here is public.
 */
export async function answerAction(ask: Asked, method: Incoming['method'], name: string): Promise<Answer> {
  const found = findAction(name)
  if (!found) return badRequest(`Action name not known: ${name}`)
  const reading = await readParams({ method, search: ask.url.searchParams, type: ask.headers['content-type'] ?? '', body: typeof ask.body === 'string' ? ask.body : undefined, readOnly: found.readOnly })
  if (!reading.ok) return badRequest(`JSON Error: ${reading.message}`)
  const call: Call = { read: ask.read, now: ask.now, site: ask.url.origin, town: ask.tenant.name }
  const help = JSON.stringify(`${call.site}/api/3/action/help_show?name=${encodeURIComponent(name)}`)
  try {
    const { callback: _, ...params } = reading.params
    return finish(ask, method, `{"help":${help},"success":true,"result":${await found.action.run(call, params)}}`)
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    return jsonText(`{"help":${help},"success":false,"error":${JSON.stringify({ ...error.detail, __type: error.type })}}`, error.status)
  }
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
