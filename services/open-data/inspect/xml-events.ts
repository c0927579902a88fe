import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'

export type XmlEvents = { open(name: string, attributes: Readonly<Record<string, string>>): void; close(name: string): void; text?(text: string): void }

/** Reads XML as it flows. No document type is followed, so nothing can be expanded or fetched. @throws when it is no XML */
export async function readXml(content: Readable, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('A document type is not allowed here.')
  })
  parser.on('opentag', ({ name, attributes }) => events.open(name, attributes))
  parser.on('closetag', ({ name }) => events.close(name))
  if (events.text) {
    const text = events.text
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new TextDecoder()
  for await (const chunk of content as AsyncIterable<Buffer>) parser.write(decoder.decode(chunk, { stream: true }))
  parser.write(decoder.decode())
  parser.close()
}
