import { readFileSync } from 'node:fs'
import type { Codec, Example } from './schema.ts'
import { catalogue } from './shipped/catalogue.ts'
import { readExamples } from './rules/examples.ts'

const read = (file: string): string => readFileSync(new URL(`./shipped/${file}`, import.meta.url), 'utf8')

type Part = { readonly words: number; readonly values: readonly (readonly [name: string, label: string, unit: string, formula: string])[] }
type Descriptor = { readonly parts: readonly Part[]; readonly parameters?: Readonly<Record<string, number>> }

// On one line, so that the lines of the program keep their numbers but for one.
const partsOf = ({ parts, parameters = {} }: Descriptor): string =>
  `var parameters = ${JSON.stringify(parameters)}; var parts = [${parts
    .map(({ words, values }) => `{ words: ${words}, values: [${values.map(([name, label, unit, formula]) => `[${JSON.stringify(name)}, ${JSON.stringify(label)}, ${JSON.stringify(unit)}, function (w, p) { return ${formula} }]`).join(', ')}] }`)
    .join(', ')}]\n`

let loaded: readonly Codec[] | undefined

/** The codecs that come with the platform, read from their files once. Their version is the platform's: they change only with it. */
export function shippedCodecs(): readonly Codec[] {
  if (loaded) return loaded
  const descriptors = JSON.parse(read('decentlab.json')) as Record<string, Descriptor> // our own file, checked by the tests
  const files = new Map<string, string>()
  const textOf = (file: string): string => {
    const text = files.get(file) ?? read(file)
    files.set(file, text)
    return text
  }
  const listed = catalogue.map(({ id, maker, name, model, file, settings, version = 1 }): Codec => ({
    id, maker, name, model, version, origin: 'shipped', program: `${settings === undefined ? '' : `var model = ${JSON.stringify(settings)}\n`}${textOf(file)}`,
  }))
  const decentlab = Object.entries(descriptors).map(([id, descriptor]): Codec => {
    const model = id.replace('decentlab-', '').toUpperCase()
    return { id, maker: 'Decentlab', name: `Decentlab ${model}`, model, version: 1, origin: 'shipped', program: partsOf(descriptor) + textOf('decentlab.js') }
  })
  loaded = [...listed, ...decentlab]
  return loaded
}

export const findShipped = (id: string): Codec | undefined => shippedCodecs().find((codec) => codec.id === id)

let examples: ReadonlyMap<string, readonly Example[]> | undefined

/** Examples of a shipped codec: our own messages, put together from the makers' descriptions. */
export function examplesOfShipped(id: string): readonly Example[] {
  examples ??= new Map(
    Object.entries(JSON.parse(read('examples.json')) as Record<string, unknown>).map(([codec, list]) => { // our own file, checked by the tests
      const found = readExamples(JSON.stringify(list))
      return [codec, found.ok ? found.examples : []]
    }),
  )
  return examples.get(id) ?? []
}
