import { SaxesParser } from 'saxes'
import { RefusalError, refuse } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { checkedText } from './checked-text.ts'

/** An element by its local name, whatever prefix the sender gave to its namespace; attributes by their local names, too. */
export type XmlElement = { readonly name: string; readonly namespace: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlElement[]; text: string }

/** A small XML document as a tree. Nothing outside of it is followed. @throws RefusalError when it is none, or passes a limit */
export async function readXmlTree(content: ByteSource): Promise<XmlElement> {
  const text = await checkedText(content, 'xml')
  const parser = new SaxesParser({ xmlns: true })
  const above: XmlElement[] = [{ name: '', namespace: '', attributes: {}, children: [], text: '' }]
  const here = () => above.at(-1) as XmlElement // the document itself is never closed
  parser.on('error', (error) => {
    throw new RefusalError(refuse('open-data.harvest.syntax', { detail: error.message }))
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element = { name: local, namespace: uri, attributes: Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value])), children: [], text: '' }
    here().children.push(element)
    above.push(element)
  })
  parser.on('closetag', () => void above.pop())
  const addText = (more: string) => (here().text += more)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  return here().children[0] as XmlElement // a document without element is an error of the parser
}

/** The elements below `from` that lie at the end of a path of local names. */
export function elementsAt(from: XmlElement, ...path: readonly string[]): XmlElement[] {
  return path.reduce((elements, name) => elements.flatMap((element) => element.children.filter((child) => child.name === name)), [from])
}

/** The texts at the end of a path, without those that are empty. */
export const textsAt = (from: XmlElement, ...path: readonly string[]): string[] => elementsAt(from, ...path).map((element) => element.text.trim()).filter((text) => text !== '')

/** The first of these texts. */
export const textAt = (from: XmlElement, ...path: readonly string[]): string | undefined => textsAt(from, ...path)[0]
