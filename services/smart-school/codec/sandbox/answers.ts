import { normalise, translate, type Normalised } from '../../quantity/normalise.ts'
import type { CodecMapping, Decoded, FailureReason } from '../schema.ts'
import type { Reading } from './protocol.ts'

// What guest.js writes for one item: refused, or data, normalised data and warnings; `x` is both once more, with words for what is no number in JSON.
type Answer = { readonly f?: FailureReason; readonly m?: string; readonly l?: number; readonly d?: unknown; readonly n?: unknown; readonly w?: readonly string[]; readonly t?: number; readonly x?: { readonly d?: unknown; readonly n?: unknown } }

/** The sandbox's answers to decodes as outcomes with measures. */
export const readAnswers = (text: string, reading: Reading): Decoded[] => (JSON.parse(text) as Answer[]).map((answer) => readAnswer(answer, reading)) // written by guest.js

function readAnswer({ f: reason, m: message = '', l: line, d: data, n: normal, w: said = [], t: at = 0, x: spoken }: Answer, { mapping }: Reading): Decoded {
  if (reason) return { ok: false, reason, message, ...(line === undefined ? {} : { line }) }
  const { measures, warnings, unread } = measuresOf(spoken?.d ?? data, spoken?.n ?? normal, mapping, new Date(at))
  return { ok: true, data, measures, warnings: warnings.length > 0 ? [...said, ...warnings] : said, ...(unread.length > 0 && { unread }) }
}

/** The town's mapping has the last word, then what the codec normalised itself, then fields that happen to bear our names. */
function measuresOf(data: unknown, normal: unknown, mapping: CodecMapping | undefined, at: Date): Normalised {
  if (mapping && Object.keys(mapping).length > 0) return translate(data, mapping)
  return normalise(normal ?? data, at)
}
