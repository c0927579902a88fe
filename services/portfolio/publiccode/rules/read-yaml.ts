/** From bytes to a YAML document: the first half of the check, before any key is looked at. */
import { isAlias, isMap, isNode, LineCounter, parseAllDocuments, visit, type Document, type YAMLMap } from 'yaml'
import type { Finding, FindingCode } from '../schema.ts'

/** Bytes of a file at most. The standard knows no limit; the largest files in the catalogues of Italy and Germany have 60 kB. */
export const largestFile = 512 * 1024
/** Aliases at most: a file that needs more multiplies itself. */
const mostAliases = 20

export type ReadYaml = { readonly document: Document; readonly root: YAMLMap; readonly at: (offset: number) => { line: number; column: number } }

/** Reads YAML 1.2. Findings are errors; a document is there when nothing stands against looking at its keys. */
export function readYaml(bytes: Uint8Array): { readonly yaml?: ReadYaml; readonly findings: readonly Finding[] } {
  if (bytes.length > largestFile) return only('too-large', { limit: largestFile / 1024 })
  const text = decode(bytes)
  if (typeof text !== 'string') return only('encoding', { line: text.brokenLine })
  if (isNestedWithoutEnd(text)) return only('too-deep')
  if ((text.match(/[[\]{},&*!"'?:#\n-]/g)?.length ?? 0) > mostMarks) return only('too-many-marks', { limit: mostMarks })
  const counter = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  try {
    const documents = parseAllDocuments(text, { lineCounter: counter, version: '1.2', schema: 'core', uniqueKeys: false, merge: false, prettyErrors: false, strict: true, logLevel: 'silent' })
    // An empty stream has no documents at all.
    const [document, second] = 'empty' in documents ? [] : documents
    const broken = document?.errors[0] ?? second?.errors[0]
    if (broken) return problem(text, codes[broken.code] ?? 'syntax', at(broken.pos[0]))
    if (!document || document.contents === null) return only('empty')
    if (second) return problem(text, 'several-documents', at(second.range[0]))
    const tagged = tagIn(document)
    if (tagged !== undefined) return problem(text, 'tags', at(tagged))
    if (aliasesIn(document) > mostAliases) return only('too-many-aliases', { limit: mostAliases })
    if (!isMap(document.contents)) return only('not-a-mapping')
    return { yaml: { document, root: document.contents, at }, findings: [] }
  } catch (error) {
    // The parser recurses: nesting without end is the one thing that it does not survive.
    if (error instanceof RangeError) return only('too-deep')
    throw error
  }
}

const codes: Readonly<Record<string, FindingCode>> = { BAD_INDENT: 'indentation', TAB_AS_INDENT: 'tabs', BAD_ALIAS: 'too-many-aliases', MULTIPLE_DOCS: 'several-documents' }

const only = (code: FindingCode, { line = 1, limit }: { line?: number; limit?: number } = {}) => ({ findings: [{ level: 'error' as const, key: '', line, column: 1, code, ...(limit !== undefined && { limit }) }] })

function problem(text: string, code: FindingCode, place: { line: number; column: number }) {
  return { findings: [{ level: 'error' as const, key: keyNear(text, place.line), ...place, code }] }
}

/** The key on a line or on the nearest one before: a broken file has no better name for a place. */
function keyNear(text: string, line: number): string {
  const lines = text.split('\n', line)
  for (let n = lines.length - 1; n >= Math.max(0, lines.length - 50); n--) {
    const key = /^\s*(?:- +)?([A-Za-z][A-Za-z0-9_-]{0,60}):/.exec(lines[n]?.slice(0, 200) ?? '')?.[1]
    if (key !== undefined) return key
  }
  return ''
}

/** Brackets that stay open, or lists in lists on one line: no file of the standard is deeper than six, and the parser takes minutes over thousands. */
function isNestedWithoutEnd(text: string): boolean {
  if (/(?:[-?:][ \t]+){40}/.test(text)) return true
  let open = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1
    if (open > mostBrackets) return true
    if (open < 0) open = 0
  }
  return false
}
const mostBrackets = 200
/** Characters that can mean something in YAML. Files of catalogues have 5,000 at most; the parser takes a second over 60,000. */
const mostMarks = 60_000

function decode(bytes: Uint8Array): string | { brokenLine: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return decoder.decode(bytes)
  } catch {
    let line = 1
    for (let from = 0; from < bytes.length; line++) {
      const end = bytes.indexOf(0x0a, from)
      const to = end === -1 ? bytes.length : end
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, to))
      } catch {
        return { brokenLine: line }
      }
      from = to + 1
    }
    return { brokenLine: line }
  }
}

/** Where a value has a tag of its own: `!!binary`, `!ruby/object`. Plain texts, lists and mappings need none. */
function tagIn(document: Document): number | undefined {
  let found: number | undefined
  visit(document, { Node: (_, node) => (isNode(node) && 'tag' in node && typeof node.tag === 'string' && !plainTags.has(node.tag) ? ((found = node.range?.[0] ?? 0), visit.BREAK) : undefined) })
  return found
}
const plainTags = new Set(['tag:yaml.org,2002:str', 'tag:yaml.org,2002:seq', 'tag:yaml.org,2002:map', 'tag:yaml.org,2002:bool', 'tag:yaml.org,2002:int', 'tag:yaml.org,2002:float', 'tag:yaml.org,2002:null'])

function aliasesIn(document: Document): number {
  let count = 0
  visit(document, { Alias: (_, node) => { if (isAlias(node)) count++ } })
  return count
}
