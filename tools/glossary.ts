import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'rolldown/utils'

/** The glossary: one term, one word. Reads `docs/glossary.tsv`, writes `docs/glossary.md`, finds German words in code that it lacks. */
export type Term = {
  readonly term: string
  readonly german: string
  readonly easy: string
  readonly source: string
  readonly usedIn: string
  readonly language: 'de' | 'en'
  /** `read`: found in the source named; `memory`: to be verified before it is printed for citizens. */
  readonly checked: 'read' | 'memory'
}
export type Stranger = { readonly file: string; readonly name: string; readonly part: string }

const root = path.resolve(import.meta.dirname, '..')
const header = 'term_in_code\tgerman_ui_term\tleichte_sprache\tsource\tused_in\tcode_language\tchecked'

export function readGlossary(text = readFileSync(path.join(root, 'docs/glossary.tsv'), 'utf8')): readonly Term[] {
  const [first, ...rows] = text.trimEnd().split('\n')
  if (first !== header) throw new Error('docs/glossary.tsv: the first line must name the seven columns')
  return rows.map((row, index) => {
    const [term = '', german = '', easy = '', source = '', usedIn = '', language, checked] = row.split('\t')
    const complete = [term, german, easy, source, usedIn].every((cell) => cell !== '')
    if (!complete || (language !== 'de' && language !== 'en') || (checked !== 'read' && checked !== 'memory')) {
      throw new Error(`docs/glossary.tsv: line ${index + 2} is incomplete`)
    }
    return { term, german, easy, source, usedIn, language, checked }
  })
}

/** The glossary as a page, by the room that uses a term first. */
export function renderGlossary(terms: readonly Term[]): string {
  const rooms = Map.groupBy(terms, ({ usedIn }) => usedIn.split(', ')[0] ?? usedIn)
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const sections = [...rooms].map(([room, list]) => {
    const rows = list.map(({ term, german, easy, source, language, checked }) => `| \`${term}\`${language === 'de' ? ' (German)' : ''} | ${cell(german)} | ${cell(easy)} | ${cell(source)}${checked === 'memory' ? ' (to verify)' : ''} |`)
    return [`## ${room}`, '', '| in code | German | Leichte Sprache | source |', '|---|---|---|---|', ...rows.sort(), ''].join('\n')
  })
  const memory = terms.filter(({ checked }) => checked === 'memory').length
  return [
    '# Glossary',
    '',
    'One thing, one word. Generated from `glossary.tsv` by `node tools/glossary.ts`; change the table, not this page.',
    'Spelling: `snake_case` in SQL and here, `camelCase` in TypeScript, `kebab-case` in file names and refusal codes.',
    'A term marked "German" stays German in code, because it names a legal institution without an English equal or a token of an exchange standard.',
    `${terms.length} terms; ${memory} sources are marked "to verify": check the paragraph before it is printed for citizens.`,
    '',
    ...sections,
  ].join('\n')
}

// Parts of words that English does not have. A modest list: it finds the common slips (Antrag, Bescheid, Verfuegung), not every German word.
const germanEnding = /(?:[^o]ung|ungen|keit|heit|schaft|nis|amt|frist|zeichen)$/
const germanRoot =
  /antrag|bescheid|verfahren|schluessel|gesetz|behoerde|gemeinde|buerger|kommune|strasse|gebuehr|nachweis|vorgang|akte(?!r)|stelle$|stellen$|pruef|rueck|ueber|fuer|aender|loesch|wohn|verzeichnis|begehren|ehrenamt|foerder|mittel|anmeld|abmeld|datei|benutz|kenn|sprache|leichte|beschreib|haushalt|schule|verein|zuschuss|einwohner|auskunft|widerspruch|traeger|pflege|kinder|geburt|sperr|zugang|anlage|anschrift|ausweis|zustell|anhoer|entwurf/
const englishAll = new Set(['young', 'lung', 'rung', 'sung', 'hung', 'strung', 'swung', 'sprung', 'stung', 'flung', 'unsung', 'dung', 'tennis', 'penis', 'adonis', 'cannis', 'kinder', 'taken', 'aktes'])

/** Whether one part of an identifier looks German. */
export function looksGerman(part: string): boolean {
  const word = part.toLowerCase()
  if (word.length < 4 || englishAll.has(word)) return false
  return germanEnding.test(word) || germanRoot.test(word)
}

/** camelCase, snake_case and kebab-case into lower-case words. */
export function partsOfName(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase())
}

/** Parts of a name that look German and belong to no term of the glossary that the name holds as a whole. */
export function strangersIn(name: string, terms: ReadonlySet<string>): readonly string[] {
  const parts = partsOfName(name)
  const known = new Set<number>()
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 1; to <= parts.length; to++) {
      if (terms.has(parts.slice(from, to).join('_'))) for (let index = from; index < to; index++) known.add(index)
    }
  }
  return parts.filter((part, index) => !known.has(index) && looksGerman(part))
}

/** Names that a source file gives to things: identifiers and property names, not texts, comments or quoted keys. */
export function namesIn(file: string, source: string): ReadonlySet<string> {
  const names = new Set<string>()
  if (file.endsWith('.sql')) {
    const bare = source.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/'(?:[^']|'')*'/g, '')
    for (const [name] of bare.matchAll(/[A-Za-z_][\w]*/g)) names.add(name)
    return names
  }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && (node.type === 'Identifier' || node.type === 'PrivateIdentifier') && 'name' in node && typeof node.name === 'string') names.add(node.name)
    for (const value of Object.values(node)) visit(value)
  }
  visit(parseSync(file, source).program.body)
  return names
}

// A file that reads a format with German field names says so, and names the format: the words are not ours to choose.
const foreignNames = /\/[/*]+ Field names of .+ are its own/

/**
 * Every German-looking part of a name in the code of the project that the glossary does not know. Files with the comment
 * "Field names of <format> are its own" are left out.
 */
export function findStrangers(terms: readonly Term[], from = root): readonly Stranger[] {
  const known = new Set(terms.map(({ term }) => term))
  const files = globSync(['{app,bench,platform,services,tools}/**/*.{ts,tsx,sql}'], { cwd: from, exclude: (entry) => ['node_modules', 'dist', 'data', 'demo'].includes(path.basename(entry)) })
  return files.flatMap((file) => {
    const source = readFileSync(path.join(from, file), 'utf8')
    const inNames = [...(foreignNames.test(source) ? [] : namesIn(file, source)), ...file.replace(/\.\w+$/, '').split(/[\\/]/)]
    return inNames.flatMap((name) => strangersIn(name, known).map((part) => ({ file, name, part })))
  })
}

if (process.argv[1] === import.meta.filename) {
  const terms = readGlossary()
  writeFileSync(path.join(root, 'docs/glossary.md'), renderGlossary(terms))
  const strangers = findStrangers(terms)
  for (const { file, name, part } of strangers) console.log(`${file}: "${part}" in ${name} is not in docs/glossary.tsv`)
  process.exitCode = strangers.length > 0 ? 1 : 0
}
