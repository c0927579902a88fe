import { createReadStream } from 'node:fs'
import { limits } from './limits.ts'

/** One object of a JSON list as it stands in the file, or why it cannot be read. `number` counts from 1. */
export type JsonObject = { readonly number: number; readonly text: string } | { readonly number: number; readonly broken: 'too-long' | 'too-deep' }

const [open, close, openList, closeList, quote, backslash] = [0x7b, 0x7d, 0x5b, 0x5d, 0x22, 0x5c]

/**
 * The objects of the first list of objects in a JSON file (`[{…}]`, `{"features": [{…}]}`, `{"data": {"rows": [{…}]}}`) or of lines of
 * objects, one by one: memory does not grow with the file, only with its largest object. What stands before the list comes as `head`.
 */
export async function* jsonObjects(file: string, lines: boolean, head: (text: string) => void): AsyncGenerator<JsonObject> {
  let number = 0
  let depth = 0
  let inString = false
  let escaped = false
  /** Depth at which objects are taken; -1 until the list is found. */
  let listDepth = lines ? 0 : -1
  let parts: Buffer[] = []
  let size = 0
  let taking = false
  let broken: 'too-long' | 'too-deep' | undefined
  let before = ''
  let last = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (inString) {
        if (escaped) escaped = false
        else if (byte === backslash) escaped = true
        else if (byte === quote) inString = false
        continue
      }
      if (byte <= 0x20) continue
      if (byte === quote) inString = true
      else if (byte === open || byte === openList) {
        if (byte === open && !taking && (listDepth >= 0 ? depth === listDepth : last === openList)) {
          if (listDepth < 0) {
            listDepth = depth
            head(before + chunk.toString('utf8', 0, at))
          }
          taking = true
          broken = undefined
          parts = []
          size = 0
          from = at
        }
        depth++
        if (depth - Math.max(0, listDepth) > limits.depth) broken ??= 'too-deep'
      } else if (byte === close || byte === closeList) {
        depth--
        if (taking && byte === close && depth === listDepth) {
          taking = false
          number++
          if (broken) yield { number, broken }
          else yield { number, text: Buffer.concat([...parts, chunk.subarray(from, at + 1)]).toString('utf8') }
        }
        if (listDepth > 0 && depth < listDepth) return
      }
      last = byte
    }
    if (taking) {
      size += chunk.length - from
      if (size > limits.object) {
        broken ??= 'too-long'
        parts = []
      } else if (!broken) parts.push(Buffer.from(chunk.subarray(from)))
    } else if (listDepth < 0 && before.length < 100_000) before += chunk.toString('utf8')
  }
  if (listDepth < 0) head(before)
  if (taking) yield { number: number + 1, broken: broken ?? 'too-long' }
}

/** Parses an object; `NaN` and `Infinity`, which JSON does not know, become null and are counted. */
export function parseObject(text: string): { ok: true; value: Record<string, unknown>; notNumbers: number } | { ok: false } {
  const strict = parse(text)
  if (strict) return { ok: true, value: strict, notNumbers: 0 }
  let notNumbers = 0
  const mended = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => {
    if (token.startsWith('"')) return token
    notNumbers++
    return 'null'
  })
  const loose = notNumbers > 0 ? parse(mended) : undefined
  return loose ? { ok: true, value: loose, notNumbers } : { ok: false }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Record<string, unknown> // the text begins with a brace
  } catch {
    return undefined
  }
}
