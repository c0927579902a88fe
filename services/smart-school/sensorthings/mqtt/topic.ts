import { endOf, parsePath, type ResourcePath } from '../path/parse.ts'
import type { Options } from '../query/ast.ts'
import { readOptions } from '../query/options.ts'
import { checkOptions } from '../read/validate.ts'
import { isRefusal } from '../refusal.ts'
import type { Version } from '../server/exchange.ts'

export type StaTopic = { readonly version: Version; readonly path: ResourcePath; readonly text: string; readonly options: Options }

const form = /^(v1\.[01])\/([^?]+)(?:\?(.*))?$/

/** Whether a topic is one of SensorThings at all. */
export const isStaTopic = (topic: string): boolean => form.test(topic)

/** Reads a topic as an address (18-088, 14.3): a set, an entity, a property, with `$select` and nothing else. A text says what is wrong. */
export function readTopic(topic: string): StaTopic | string {
  const [, version, text = '', query = ''] = form.exec(topic) ?? []
  if (version !== 'v1.1' && version !== 'v1.0') return 'no topic of SensorThings'
  if (/[+#]/.test(topic)) return 'wildcards would carry what you may not hear; name the set or the entity'
  try {
    const path = parsePath(text)
    const options = readOptions(query)
    if (path.end || options.filter || options.expand.length > 0 || options.orderby.length > 0 || options.count || options.top !== undefined || options.skip !== undefined) return 'a topic has no option but $select'
    checkOptions(endOf(path).entity, options)
    return { version, path, text, options }
  } catch (error) {
    if (isRefusal(error)) return error.message
    throw error
  }
}
