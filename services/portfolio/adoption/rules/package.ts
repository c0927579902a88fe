import { Type, type Static } from 'typebox'
import { Check, Errors } from 'typebox/value'
import type { ReuseFile } from '@modellregion/contracts'
import { isSpdx } from '../../catalogue/rules/licence.ts'

/** Name and version of the format; a reader refuses what it does not know. */
export const packageFormat = 'modellregion-reuse-package'
export const packageVersion = 1
/** Bytes of a whole package. */
export const packageLimit = 5 * 1024 * 1024

const text = (maxLength: number) => Type.String({ maxLength })
const localised = (maxLength: number) => Type.Object({ de: Type.Optional(text(maxLength)), en: Type.Optional(text(maxLength)) })
const File = Type.Object({ path: Type.String({ minLength: 1, maxLength: 200 }), mediaType: Type.String({ minLength: 3, maxLength: 120 }), text: Type.Optional(Type.String()), base64: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' })) })

/** A result that travels between installations: what it is, where it comes from, its files and their hash. It explains itself to whoever opens it. */
export const ReusePackage = Type.Object({
  format: Type.Literal(packageFormat),
  formatVersion: Type.Literal(packageVersion),
  /** Address of the entry in the installation that wrote the package. */
  source: text(500),
  entry: Type.Object({
    id: Type.String({ format: 'uuid' }),
    town: text(80),
    class: Type.Union([Type.Literal('concept'), Type.Literal('templates-and-procedures'), Type.Literal('building-block'), Type.Literal('licence-free-solution')]),
    kind: Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)?$', maxLength: 80 }),
    ref: Type.Union([text(120), Type.Null()]),
    title: localised(200),
    summary: localised(600),
    problem: text(2_000),
    description: text(20_000),
    licence: text(120),
    languages: Type.Array(text(35), { maxItems: 40 }),
    topics: Type.Array(text(60), { maxItems: 40 }),
  }),
  version: Type.Object({ number: Type.Integer({ minimum: 1 }), label: text(60), note: text(2_000), publishedAt: text(40) }),
  /** Where the entry had come from before, the first origin first. */
  origin: Type.Array(text(500), { maxItems: 20 }),
  files: Type.Array(File, { minItems: 1, maxItems: 200 }),
  /** SHA-256 of the files as JSON `[path, mediaType, text or null, base64 or null]` each, in the order of their paths. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
})
export type ReusePackage = Static<typeof ReusePackage>

/** Why a package is refused: a code for the words, and what it is about: a place in it, a name, a number. `text`: characters that cannot be kept. */
export type PackageFault = { readonly code: 'not-json' | 'hash' | 'format' | 'shape' | 'text' | 'path' | 'twice' | 'licence'; readonly about: string }
const fault = (code: PackageFault['code'], about = ''): PackageFault => ({ code, about })
const refused = (...faults: PackageFault[]) => ({ ok: false, faults }) as const

/** Reads a package from its text. `hashOf` is the shelf's hash over files. It finds damage, not deceit: whoever writes a package writes its hash. */
export function readPackage(source: string, hashOf: (files: readonly ReuseFile[]) => string): { ok: true; value: ReusePackage; files: ReuseFile[] } | { ok: false; faults: readonly PackageFault[] } {
  const json = parsed(source)
  if (json === undefined) return refused(fault('not-json'))
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== packageFormat || !('formatVersion' in json) || json.formatVersion !== packageVersion) return refused(fault('format', `${packageFormat} ${packageVersion}`))
  if (!Check(ReusePackage, json)) return refused(...[...new Set(Errors(ReusePackage, json).map(({ instancePath }) => instancePath || '/'))].slice(0, 10).map((place) => fault('shape', place)))
  const faults = faultsOf(json)
  if (faults.length > 0) return refused(...faults)
  const files = filesOf(json)
  return hashOf(files) === json.sha256 ? { ok: true, value: json, files } : refused(fault('hash'))
}

function faultsOf(read: ReusePackage): PackageFault[] {
  const { files, entry } = read
  const faults: PackageFault[] = []
  const seen = new Set<string>()
  for (const file of files) {
    if (!isPath(file.path)) faults.push(fault('path', file.path))
    if (seen.has(file.path)) faults.push(fault('twice', file.path))
    if ((file.text === undefined) === (file.base64 === undefined)) faults.push(fault('shape', file.path))
    if (!isStorable(file.text ?? '') || !isStorable(file.mediaType)) faults.push(fault('text', file.path))
    seen.add(file.path)
  }
  if (entry.title.de === undefined && entry.title.en === undefined) faults.push(fault('shape', '/entry/title'))
  if (!isWebAddress(read.source)) faults.push(fault('shape', '/source'))
  for (const [place, text] of textsOf(read)) if (!isStorable(text)) faults.push(fault('text', place))
  if (!isSpdx(entry.licence)) faults.push(fault('licence', entry.licence))
  return faults
}

function textsOf({ source, origin, entry, version }: ReusePackage): [string, string][] {
  const { town, ref, title, summary, problem, description, languages, topics } = entry
  const all = { source, origin, town, ref: ref ?? '', title: Object.values(title), summary: Object.values(summary), problem, description, languages, topics, label: version.label, note: version.note }
  return Object.entries(all).flatMap(([place, text]) => [text].flat().map((one): [string, string] => [place, one ?? '']))
}

// It becomes a link on our pages.
const isWebAddress = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

// PostgreSQL keeps no zero characters, and its JSON no halves of characters.
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Small letters, digits, `-`, `_`, `.` and `/`, without a way out of the folder. */
export const isPath = (path: string): boolean => /^[a-z0-9_.-]+(\/[a-z0-9_.-]+)*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part))

const filesOf = ({ files }: ReusePackage): ReuseFile[] =>
  files.map(({ path, mediaType, text: content, base64 }): ReuseFile => (content === undefined ? { path, mediaType, base64: base64 ?? '' } : { path, mediaType, text: content })).toSorted((a, b) => (a.path < b.path ? -1 : 1))

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}
