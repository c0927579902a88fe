/** Holds a file against the table of the standard. Pure: it looks at nothing but the bytes. */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Checked, Description, Finding, FindingCode, FindingLevel, Publiccode } from '../schema.ts'
import { charactersOf, licenceAsWritten } from './formats.ts'
import { readYaml, type ReadYaml } from './read-yaml.ts'
import { matches, standard, type Field, type LanguagesField, type SectionField, type TextField } from './shape.ts'
import { similarKey } from './similar.ts'
import { countries, currentVersions, draftVersion, versions, videoHosts } from './vocabulary.ts'

/** Findings at most: whoever reads more mends the first ones first. */
const mostFindings = 200

/** `draft`: version 1 of the standard, which is announced but not published, is accepted and checked by its rules. */
export type CheckOptions = { readonly draft?: boolean }

/** Reads and checks a file. Never throws, whatever the bytes are. Findings stand in the order of their lines. */
export function checkPubliccode(bytes: Uint8Array, { draft = false }: CheckOptions = {}): Checked {
  const { yaml, findings } = readYaml(bytes)
  if (!yaml) return { publiccode: undefined, findings }
  const walk: Walk = { ...yaml, findings: [], major: 0 }
  const major = readVersion(walk, draft)
  const value = section({ ...walk, major }, standard, yaml.root, '', 0)
  together({ ...walk, major }, value)
  const sorted = walk.findings.toSorted((a, b) => a.line - b.line || a.column - b.column)
  const refused = sorted.some(({ level }) => level === 'error')
  // Every key was read by the table above; what the type calls mandatory would be an error here.
  return { publiccode: refused ? undefined : (value as Publiccode), findings: sorted }
}

type Walk = ReadYaml & { readonly findings: Finding[]; readonly major: 0 | 1 }
type Value = Record<string, unknown>

function report(walk: Walk, offset: number, key: string, code: FindingCode, { level = 'error', ...more }: { level?: FindingLevel; value?: string; limit?: number } = {}): undefined {
  if (walk.findings.length >= mostFindings) return
  walk.findings.push({ level, key, ...walk.at(offset), code, ...more, ...(more.value !== undefined && { value: more.value.slice(0, 200) }) })
}

function readVersion(walk: Walk, draft: boolean): 0 | 1 {
  const pair = walk.root.items.find(({ key }) => isScalar(key) && key.value === 'publiccodeYmlVersion')
  const node = pair && resolved(walk, pair.value)
  if (!isScalar(node)) return 0
  const offset = offsetOf(pair?.key)
  // A number is no version: 0.10 would become 0.1.
  if (typeof node.value === 'number') return report(walk, offset, 'publiccodeYmlVersion', 'version-not-text', { value: String(node.source ?? node.value) }) ?? 0
  if (typeof node.value !== 'string' || node.value === '') return 0
  if (node.value === draftVersion) return draft ? 1 : (report(walk, offset, 'publiccodeYmlVersion', 'version-draft', { value: node.value }) ?? 1)
  if (!versions.includes(node.value)) report(walk, offset, 'publiccodeYmlVersion', 'version-unknown', { value: node.value })
  else if (!currentVersions.includes(node.value)) report(walk, offset, 'publiccodeYmlVersion', 'version-old', { level: 'warning', value: node.value })
  return 0
}

/** The value of a node, or undefined where it is missing or wrong. */
function read(walk: Walk, field: Field, node: Node | undefined, key: string, offset: number): unknown {
  if (field.kind === 'text') return text(walk, field, node, key, offset)
  if (field.kind === 'flag') return flag(walk, node, key, offset)
  if (field.kind === 'section') return isMap(node) ? section(walk, field, node, key, offset) : report(walk, offsetOf(node, offset), key, 'wrong-type-section')
  if (field.kind === 'languages') return isMap(node) ? languages(walk, field, node, key, offset) : report(walk, offsetOf(node, offset), key, 'wrong-type-section')
  if (field.orOne && isScalar(node)) return [read(walk, field.of, node, key, offset)].filter((item) => item !== undefined)
  if (!isSeq(node)) return report(walk, offsetOf(node, offset), key, 'wrong-type-list')
  const items = node.items.flatMap((item, n) => {
    const value = read(walk, field.of, resolved(walk, item), `${key}[${n}]`, offsetOf(item, offsetOf(node, offset)))
    return value === undefined ? [] : [value]
  })
  if (field.required && node.items.length === 0) return report(walk, offset, key, 'required')
  return items
}

function section(walk: Walk, field: SectionField, node: YAMLMap, key: string, offset: number): Value {
  const value: Value = {}
  const seen = new Set<string>()
  const names = new Set<string>()
  for (const pair of node.items) {
    const name = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : ''
    const at = offsetOf(pair.key, offset)
    const path = key === '' ? name : `${key}.${name}`
    if (names.has(name)) {
      report(walk, at, path, 'duplicate-key')
      continue
    }
    names.add(name)
    const [known, where] = Object.hasOwn(field.keys, name) ? [field.keys[name], name] : countrySection(walk, field, node, name, at)
    if (!known || (walk.major === 1 && isDropped(known, name, field))) {
      if (where !== 'elsewhere') unknownKey(walk, field, name, path, at)
      continue
    }
    seen.add(where)
    const child = resolved(walk, pair.value)
    if (isEmpty(child)) {
      if (known.required) report(walk, at, path, 'required')
      continue
    }
    deprecated(walk, known, path, at)
    const read_ = read(walk, known, child, path, at)
    if (read_ !== undefined) value[where] = read_
  }
  for (const [name, known] of Object.entries(field.keys)) if (known.required && !seen.has(name)) report(walk, offset, key === '' ? name : `${key}.${name}`, 'required')
  return value
}

/** Sections of countries at the top (schema `country.rst`): small letters are deprecated, only Italy's has a description. */
function countrySection(walk: Walk, field: SectionField, node: YAMLMap, name: string, offset: number): [Field | undefined, string] {
  if (field !== standard || walk.major === 1 || !(name === name.toUpperCase() || name === name.toLowerCase()) || !countries.has(name.toUpperCase())) return [undefined, name]
  const twin = node.items.some(({ key }) => isScalar(key) && key.value === name.toUpperCase())
  if (name === name.toLowerCase() && twin) return [report(walk, offset, name, 'section-twice', { value: name.toUpperCase() }), 'elsewhere']
  if (name === name.toLowerCase()) report(walk, offset, name, 'section-lower-case', { level: 'warning', value: name.toUpperCase() })
  if (name.toUpperCase() === 'IT') return [standard.keys['IT'], 'IT']
  return [report(walk, offset, name, 'country-section', { level: 'hint' }), 'elsewhere']
}

const isDropped = (field: Field, name: string, of: SectionField): boolean => field.deprecated !== undefined || (of === standard && name === 'IT')

function unknownKey(walk: Walk, field: SectionField, name: string, path: string, offset: number): void {
  const similar = similarKey(name, Object.entries(field.keys).flatMap(([key, known]) => (walk.major === 1 && isDropped(known, key, field) ? [] : key)))
  report(walk, offset, path, similar === undefined ? 'unknown-key' : 'unknown-key-similar', { value: similar ?? name })
}

function deprecated(walk: Walk, field: Field, path: string, offset: number): void {
  if (field.deprecated) report(walk, offset, path, `deprecated-${field.deprecated}`, { level: 'warning' })
  else if (path === 'IT') report(walk, offset, path, 'country-section', { level: 'hint' })
}

function languages(walk: Walk, field: LanguagesField, node: YAMLMap, key: string, offset: number): Value {
  const value: Value = {}
  if (node.items.length === 0) report(walk, offset, key, 'required')
  for (const pair of node.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    const at = offsetOf(pair.key, offset)
    const path = `${key}.${name}`
    if (Object.hasOwn(value, name)) report(walk, at, path, 'duplicate-key')
    if (!matches.language(name)) report(walk, at, path, 'language', { value: name })
    const child = resolved(walk, pair.value)
    if (isMap(child)) value[name] = section(walk, field.each, child, path, at)
    else report(walk, offsetOf(child, at), path, 'wrong-type-section')
  }
  return value
}

function flag(walk: Walk, node: Node | undefined, key: string, offset: number): boolean | undefined {
  if (isScalar(node) && typeof node.value === 'boolean') return node.value
  const word = isScalar(node) && typeof node.value === 'string' ? node.value : ''
  // YAML 1.1 read these as true and false; 1.2 does not.
  return report(walk, offsetOf(node, offset), key, /^(?:yes|no|on|off|y|n)$/i.test(word) ? 'yes-no' : 'wrong-type-flag', { value: word })
}

function text(walk: Walk, field: TextField, node: Node | undefined, key: string, offset: number): string | undefined {
  const at = offsetOf(node, offset)
  if (!isScalar(node) || (typeof node.value !== 'string' && typeof node.value !== 'number')) return report(walk, at, key, 'wrong-type-text')
  if (typeof node.value === 'number' && key !== 'publiccodeYmlVersion') report(walk, at, key, 'number-not-text', { level: 'hint', value: String(node.source ?? node.value) })
  const value = typeof node.value === 'number' ? String(node.source ?? node.value) : node.value
  if (!isPlain(value)) return report(walk, at, key, 'control-characters')
  if (value.trim() === '' && field.required) return report(walk, at, key, 'required')
  if (field.oneOf && !field.oneOf.includes(value)) return report(walk, at, key, 'not-in-list', { value })
  if (field.max !== undefined && charactersOf(value.trim(), field.max) > field.max) report(walk, at, key, 'too-long', { limit: field.max })
  if (field.min !== undefined && charactersOf(value.trim(), field.min) < field.min) report(walk, at, key, 'too-short', { limit: field.min })
  if (!field.format || (value === '' && field.format === 'mail-address')) return value
  if (!matches[field.format](value)) return misformed(walk, field.format, value, key, at)
  if (field.format === 'country' && value !== value.toUpperCase()) report(walk, at, key, 'country-lower-case', { level: 'warning', value: value.toUpperCase() })
  if (field.format === 'video' && !videoHosts.some((host) => new URL(value).hostname === host || new URL(value).hostname.endsWith(`.${host}`))) report(walk, at, key, 'video-host', { level: 'hint', value: new URL(value).hostname })
  return value
}

/** Escapes of YAML can write what no text holds: control characters and halves of pairs (UTF-16). Neither databases nor other programs take them. */
// oxlint-disable-next-line no-control-regex
const isPlain = (text: string): boolean => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)

function misformed(walk: Walk, format: NonNullable<TextField['format']>, value: string, key: string, offset: number): string | undefined {
  const licence = format === 'licence' ? licenceAsWritten(value) : undefined
  if (licence === undefined) return report(walk, offset, key, format, { value })
  // SPDX matches identifiers without regard to case; programs that read the file often do not.
  report(walk, offset, key, 'licence-case', { level: 'warning', value: licence })
  return licence
}

/** What only several keys together can break. */
function together(walk: Walk, value: Value): void {
  const { maintenance, description } = value as Partial<Publiccode> // read by the table, any key may be missing
  const at = (...path: string[]) => keyOffset(walk, path)
  if (maintenance) {
    const { type, contacts = [], contractors } = maintenance
    if ((type === 'internal' || type === 'community') && contacts.length === 0 && !isReported(walk, 'maintenance.contacts')) report(walk, at('maintenance', 'contacts'), 'maintenance.contacts', 'contacts-missing', { value: type })
    if (type === 'contract' && !contractors?.length && !isReported(walk, 'maintenance.contractors')) report(walk, at('maintenance', 'contractors'), 'maintenance.contractors', 'contractors-missing')
    if (type !== undefined && type !== 'contract' && has(walk, 'maintenance', 'contractors')) report(walk, at('maintenance', 'contractors'), 'maintenance.contractors', 'contractors-only-contract', { value: type })
  }
  const languagesOf = Object.entries<Partial<Description>>(description ?? {})
  const [first] = languagesOf
  if (!first) return
  // "Mandatory (for at least one language)".
  for (const [name, code] of [['longDescription', 'long-description-missing'], ['features', 'features-missing']] as const) {
    const path = ['description', first[0], name]
    if (languagesOf.every(([, language]) => !language[name]?.length) && !isReported(walk, path.join('.'))) report(walk, at(...path), path.join('.'), code)
  }
}

const isReported = (walk: Walk, key: string): boolean => walk.findings.some((finding) => finding.level === 'error' && (finding.key === key || finding.key.startsWith(`${key}[`)))
const has = (walk: Walk, ...path: string[]): boolean => !isEmpty(resolved(walk, walk.root.getIn(path, true)))

/** Where a key stands; where it is missing, the nearest section around it. */
function keyOffset(walk: Walk, path: readonly string[]): number {
  let node: unknown = walk.root
  let offset = 0
  for (const name of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined
    if (!pair) break
    offset = offsetOf(pair.key, offset)
    node = resolved(walk, pair.value)
  }
  return offset
}

const offsetOf = (node: unknown, otherwise = 0): number => (isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise)
const isEmpty = (node: Node | undefined): boolean => node === undefined || (isScalar(node) && node.value === null)

function resolved(walk: Pick<Walk, 'document'>, node: unknown): Node | undefined {
  const target = isAlias(node) ? node.resolve(walk.document) : node
  return isNode(target) ? target : undefined
}
