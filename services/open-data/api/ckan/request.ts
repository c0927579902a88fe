import type { Params } from './params.ts'

export type Incoming = { readonly method: 'GET' | 'POST'; readonly search: URLSearchParams; readonly type: string; readonly body: string | undefined; readonly fields: ReadonlyMap<string, readonly unknown[]>; readonly readOnly: boolean }
export type Reading = { readonly ok: true; readonly params: Params } | { readonly ok: false; readonly message: string }

/**
 * The parameters of a call wherever clients put them: address, form, multipart, JSON, or JSON as the only field name of a form,
 * which is what `curl -d '{…}'` sends. The messages are those of CKAN, which clients show to people.
 */
export function readParams(incoming: Incoming): Reading {
  if (incoming.method === 'GET' && !incoming.readOnly) return { ok: false, message: 'Invalid request. Please use POST method for your request' }
  const { body = '', type, search } = incoming
  if (type.startsWith('multipart/form-data')) return { ok: true, params: clean(multipart(incoming.fields)) }
  if (body.trim() === '') return { ok: true, params: clean(pairsOf(search)) }
  if (type.startsWith('application/x-www-form-urlencoded') && !body.trimStart().startsWith('{')) return readForm(new URLSearchParams(body))
  return readJson(body)
}

function readForm(form: URLSearchParams): Reading {
  const [first, second] = [...form]
  if (first && !second && (first[1] === '' || first[1] === '1')) return readJson(first[0])
  return { ok: true, params: clean(pairsOf(form)) }
}

function readJson(text: string): Reading {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, message: `Error decoding JSON data. Error: ${(error as SyntaxError).message} JSON data extracted from the request: ${JSON.stringify(text.slice(0, 200))}` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: false, message: `Request data JSON decoded to ${JSON.stringify(value).slice(0, 200)} but it needs to be a dictionary.` }
  return { ok: true, params: clean(value) }
}

const multipart = (fields: Incoming['fields']): Record<string, unknown> => Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]))

/** A repeated name becomes a list. */
function pairsOf(search: URLSearchParams): Record<string, unknown> {
  const pairs: Record<string, unknown> = Object.create(null)
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    pairs[name] = values.length === 1 ? values[0] : values
  }
  return pairs
}

// The database keeps neither NUL nor half characters.
function clean(value: object): Params {
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) => (typeof item === 'string' ? item.toWellFormed().replaceAll('\u0000', '\uFFFD') : item)) as Params // an object went in
}
