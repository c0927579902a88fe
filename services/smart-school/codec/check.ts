import type { Decoder } from './decoder.ts'
import { firstDifference, hexOf } from './rules/examples.ts'
import type { Checked, CodecSource, Example } from './schema.ts'


/** Runs every example through the sandbox. In the order of the examples. */
export async function checkExamples(decoder: Decoder, codec: CodecSource, examples: readonly Example[], now: Date): Promise<Checked[]> {
  const checked: Checked[] = []
  for (const example of examples) checked.push(example.kind === 'uplink' ? await checkUplink(decoder, codec, example, now) : await checkDownlink(decoder, codec, example))
  return checked
}

async function checkUplink(decoder: Decoder, codec: CodecSource, example: Example & { kind: 'uplink' }, now: Date): Promise<Checked> {
  const { name, bytes, fPort, recvTime, variables, data, measures, error } = example
  const at = recvTime && !Number.isNaN(Date.parse(recvTime)) ? new Date(recvTime) : now
  const [decoded] = await decoder.decode(codec, [{ bytes: Uint8Array.from(bytes), fPort, recvTime: at, ...(variables ? { variables } : {}) }])
  if (!decoded?.ok) return error && decoded?.reason === 'error' ? { name, ok: true } : { name, ok: false, ...(decoded ? { failure: decoded } : {}) }
  if (error) return { name, ok: false, unexpected: true, got: decoded.data }
  const found = (data === undefined ? undefined : firstDifference(data, decoded.data)) ?? (measures === undefined ? undefined : firstDifference(measures, decoded.measures, 'measures'))
  return found ? { name, ok: false, difference: found, got: decoded.data } : { name, ok: true, got: decoded.data }
}

async function checkDownlink(decoder: Decoder, codec: CodecSource, { name, send, fPort, bytes, error }: Example & { kind: 'downlink' }): Promise<Checked> {
  const encoded = await decoder.encode(codec, { data: send, ...(fPort === undefined ? {} : { fPort }) })
  if (!encoded.ok) return error && encoded.reason === 'error' ? { name, ok: true } : { name, ok: false, failure: encoded }
  if (error) return { name, ok: false, unexpected: true, got: hexOf(encoded.bytes) }
  const found = firstDifference(hexOf(bytes), hexOf(encoded.bytes), 'bytes')
  return found ? { name, ok: false, difference: found } : { name, ok: true }
}
