import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { headOf } from './kind.ts'
import type { Choices } from './schema.ts'
import { encodingOf, textEncodings, utf8Of } from './text-bytes.ts'

/** The path of the same text in UTF-8: itself when it is so already. */
export async function openTextAs8(file: string, folder: string, choices: Choices): Promise<string> {
  const encoding = textEncodings.find((known) => known === choices.encoding) ?? encodingOf(await headOf(file, 65_536)).encoding
  if (encoding === 'utf-8') return file
  const target = join(folder, 'recoded')
  await pipeline(copies(utf8Of(file, encoding, false)), createWriteStream(target, { mode: 0o600 }))
  return target
}

// The chunks of the source hold only until the next is asked for.
async function* copies(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}
