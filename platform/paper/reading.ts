import { inflateSync } from 'node:zlib'

/** An element of the structure tree with what is written in it, as a screen reader gets it. */
export type Element = { readonly tag: string; readonly dictionary: string; readonly text: string; readonly kids: readonly Element[] }
export type Opened = {
  readonly catalogue: string
  readonly tree: readonly Element[]
  /** The tree in reading order, flat. */
  readonly all: readonly Element[]
  /** Drawing commands of each page. */
  readonly pages: readonly string[]
  /** What is written with a meaning, and what is drawn for eyes only, page by page. */
  readonly texts: readonly string[]
  readonly artifacts: readonly string[]
}

type Objects = ReadonlyMap<string, string>
const refs = (value: string): string[] => [...value.matchAll(/(\d+) 0 R/g)].map(([, number = '']) => number)

/** Opens a PDF of this room as far as tests need it: structure, words, drawing. Reads nothing else than what `openPaper` and pdfkit write. */
export function readPaper(file: Buffer): Opened {
  const text = file.toString('latin1')
  const objects: Objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number = '', body = '']) => [number, body]))
  const catalogue = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? ''
  const pageIds = refs(/\/Kids \[([^\]]*)\]/.exec([...objects.values()].find((body) => body.includes('/Type /Pages')) ?? '')?.[1] ?? '')
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  const pages = pageIds.map((id) => readPage(objects, objects.get(id) ?? '', fonts))
  const marks = new Map(pages.flatMap(({ words }, at) => words.flatMap(({ mark, text: word }) => (mark === undefined ? [] : [[`${pageIds[at]}/${mark}`, word] as [string, string]]))))
  const element = (number: string): Element => {
    const dictionary = objects.get(number) ?? ''
    const page = /\/Pg (\d+)/.exec(dictionary.replaceAll(/<<\/?\s*\/?Type ?\/MCR[\s\S]*?>>/g, ''))?.[1] ?? ''
    const kids = /\/K ?\[([\s\S]*?)\](?!\])/.exec(dictionary)?.[1] ?? /\/K (\d+ 0 R)/.exec(dictionary)?.[1] ?? /\/K (\d+)/.exec(dictionary)?.[1] ?? ''
    const further = [...kids.matchAll(/\/Pg (\d+) 0 R\s*\/MCID (\d+)/g)].map(([, on = '', mark = '']) => `${on}/${mark}`)
    const bare = kids.replaceAll(/<<[\s\S]*?>>/g, ' ')
    const own = [...bare.replaceAll(/\d+ 0 R/g, ' ').matchAll(/\d+/g)].map(([mark]) => `${page}/${mark}`)
    const below = refs(bare).map(element).filter(({ tag }) => tag !== '')
    const words = [...own, ...further].map((mark) => marks.get(mark) ?? '')
    return { tag: /\/S ?\/(\w+)/.exec(dictionary)?.[1] ?? '', dictionary, kids: below, text: [...words, ...below.map((kid) => kid.text)].filter((word) => word !== '').join(' ') }
  }
  const root = objects.get(refs(/\/StructTreeRoot \d+ 0 R/.exec(catalogue)?.[0] ?? '')[0] ?? '') ?? ''
  const tree = refs(/\/K \[([^\]]*)\]/.exec(root)?.[1] ?? '').map(element)
  const flat = (elements: readonly Element[]): Element[] => elements.flatMap((one) => [one, ...flat(one.kids)])
  const join = (words: readonly Word[], has: boolean): string => words.filter(({ mark }) => (mark !== undefined) === has).map(({ text: word }) => word).join(' ')
  return { catalogue, tree, all: flat(tree), pages: pages.map(({ commands }) => commands), texts: pages.map(({ words }) => join(words, true)), artifacts: pages.map(({ words }) => join(words, false)) }
}

type Word = { readonly mark: string | undefined; readonly text: string }

function readPage(objects: Objects, page: string, known: Map<string, ReadonlyMap<string, string>>): { commands: string; words: Word[] } {
  const resources = objects.get(refs(/\/Resources \d+ 0 R/.exec(page)?.[0] ?? '')[0] ?? '') ?? ''
  const commands = streamOf(objects.get(refs(/\/Contents \d+ 0 R/.exec(page)?.[0] ?? '')[0] ?? '') ?? '')
  const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontOf(objects, id, known)] as const))
  const words: { mark: string | undefined; text: string }[] = []
  const open: (string | undefined)[] = []
  let font: ReadonlyMap<string, string> | undefined
  for (const [, begins, properties, ends, name, shown] of commands.matchAll(/(?:\/(\w+) ?(<<[\s\S]*?>>)? ?B(?:DC|MC)\b)|\b(EMC)\b|\/(F\d+) [\d.]+ Tf|((?:\[[^\]]*\]|<[0-9a-f]*>) T[jJ])/g)) {
    if (begins !== undefined) {
      open.push(/MCID (\d+)/.exec(properties ?? '')?.[1])
      words.push({ mark: open.at(-1), text: '' })
    } else if (ends !== undefined) open.pop()
    else if (name !== undefined) font = fonts.get(name)
    else if (shown !== undefined) {
      const last = words.at(-1)
      const text = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => (hex.match(/.{4}/g) ?? []).map((code) => font?.get(code) ?? '').join('')).join('')
      if (last) last.text += last.text === '' || last.text.endsWith(' ') || last.text.endsWith('-') ? text : ` ${text}`
    }
  }
  return { commands, words: words.map(({ mark, text }) => ({ mark, text: text.trim() })) }
}

function streamOf(body: string): string {
  const from = body.indexOf('stream\n')
  if (from < 0) return ''
  const bytes = Buffer.from(body.slice(from + 'stream\n'.length, body.lastIndexOf('\nendstream')), 'latin1')
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

/** Signs by the code they have in the file. */
function fontOf(objects: Objects, id: string, known: Map<string, ReadonlyMap<string, string>>): ReadonlyMap<string, string> {
  const found = known.get(id)
  if (found) return found
  const map = streamOf(objects.get(refs(/\/ToUnicode \d+ 0 R/.exec(objects.get(id) ?? '')?.[0] ?? '')[0] ?? '') ?? '')
  const signs = new Map<string, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, codes = ''], at) =>
      signs.set((Number.parseInt(first, 16) + at).toString(16).padStart(4, '0'), codes.split(' ').filter(Boolean).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('')),
    )
  known.set(id, signs)
  return signs
}
