import { RefusalError, refuse } from '../dcat/refusals.ts'
import { guarded } from '../rdf/guard.ts'
import { defaultLimits } from '../rdf/limits.ts'
import { sniff } from '../rdf/sniff.ts'
import { peek, toUtf8, wholeCharacters, type ByteSource } from '../rdf/text-stream.ts'

const guards = { json: 'json-ld', xml: 'rdf-xml' } as const

/**
 * The text of a page that is read as a whole. Size, nesting, document types and broken letters are judged while the bytes come in.
 * @throws RefusalError for a page that is too large, cut off, or something else than `form`
 */
export async function checkedText(content: ByteSource, form: 'json' | 'xml'): Promise<string> {
  const { head, all } = await peek(content, 1024)
  const found = sniff(head)
  if (found === 'empty') throw new RefusalError(refuse('open-data.harvest.empty'))
  if (found !== form) throw new RefusalError(refuse('open-data.harvest.type-mismatch', { detail: `${form} ≠ ${found}: ${head.toString('utf8', 0, 80)}` }))
  const utf8 = form === 'xml' ? toUtf8(head, all) : all
  const parts: Buffer[] = []
  for await (const part of guarded(wholeCharacters(utf8, defaultLimits.jsonBytes), guards[form], defaultLimits)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
