import { globSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isEntry, lintGerman, lintLeicht, probe, type Finding, type Locale } from '@modellregion/kernel/words'

/** Checks the words of every room. `npm run check:leicht` prints what readers should look at; errors also fail the tests. */
export type WordFinding = Finding & { readonly file: string; readonly key: string }
export type DictionaryFile = { readonly file: string; readonly room: string; readonly locale: Locale; readonly entries: ReadonlyMap<string, unknown> }

const root = path.resolve(import.meta.dirname, '..')
const folders = ['platform/*/locales', 'services/*/locales']

/** Every dictionary: an exported object of texts in `locales/<locale>.ts` or `locales/<locale>/*.ts`. */
export async function findDictionaries(from = root): Promise<readonly DictionaryFile[]> {
  const files = folders.flatMap((folder) => globSync([`${folder}/{de,en,de-x-leicht}.ts`, `${folder}/{de,en,de-x-leicht}/**/*.ts`], { cwd: from })).filter((file) => !file.endsWith('.test.ts'))
  const found: DictionaryFile[] = []
  for (const file of files.sort()) {
    const locale = /\/locales\/(de-x-leicht|de|en)(?=[/.])/.exec(file.replaceAll('\\', '/'))?.[1]
    if (locale !== 'de' && locale !== 'en' && locale !== 'de-x-leicht') continue
    const module: Record<string, unknown> = await import(pathToFileURL(path.join(from, file)).href)
    for (const exported of Object.values(module)) {
      if (typeof exported !== 'object' || exported === null) continue
      const entries = Object.entries(exported)
      if (entries.length > 0 && entries.every(([, value]) => isEntry(value))) found.push({ file, room: file.split(/[\\/]/)[1] ?? '', locale, entries: new Map(entries) })
    }
  }
  return found.map((dictionary) => ({ ...dictionary, entries: new Map([...dictionary.entries].filter(([key, entry]) => !composedFrom(dictionary, key, entry, found))) }))
}

// `locales/de.ts` may spread the files of `locales/de/`; each text is checked once, where it is written.
function composedFrom({ file, room, locale }: DictionaryFile, key: string, entry: unknown, all: readonly DictionaryFile[]): boolean {
  if (!file.endsWith(`locales/${locale}.ts`)) return false
  return all.some((other) => other.file !== file && other.room === room && other.locale === locale && other.entries.get(key) === entry)
}

/** All findings of one dictionary by itself. */
export function checkDictionary({ file, room, locale, entries }: DictionaryFile): readonly WordFinding[] {
  return [...entries].flatMap(([key, entry]) => findingsOf(entry, locale, room).map((finding) => ({ ...finding, file, key })))
}

function findingsOf(entry: unknown, locale: Locale, room: string): readonly Finding[] {
  let texts
  try {
    texts = probe(entry)
  } catch (error) {
    return [{ rule: 'unreadable', level: 'error', found: error instanceof Error ? error.message : String(error) }]
  }
  const marks = /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i.exec(texts.sie)
  if (locale === 'en') return marks ? [{ rule: 'html', level: 'error', found: marks[0] }] : []
  if (locale === 'de-x-leicht') return [...lintLeicht(texts.sie), ...(marks ? [{ rule: 'html', level: 'error', found: marks[0] } as const] : [])]
  if (texts.sie === texts.du) return lintGerman(texts.sie, 'both', room)
  return [...lintGerman(texts.sie, 'sie', room), ...lintGerman(texts.du, 'du', room)]
}

/** German is the measure: English takes the same arguments, Leichte Sprache no others. */
export function checkArguments(dictionaries: readonly DictionaryFile[]): readonly WordFinding[] {
  const german = new Map(dictionaries.filter(({ locale }) => locale === 'de').flatMap(({ room, entries }) => [...entries].map(([key, entry]) => [`${room} ${key}`, entry] as const)))
  return dictionaries
    .filter(({ locale }) => locale !== 'de')
    .flatMap(({ file, room, locale, entries }) =>
      [...entries].flatMap(([key, entry]): WordFinding[] => {
        const source = german.get(`${room} ${key}`)
        if (source === undefined) return [{ rule: 'stranger', level: 'error', found: key, file, key }]
        const wanted = probe(source).args
        const used = probe(entry).args
        const missing = locale === 'en' ? wanted.filter((name) => !used.includes(name)) : []
        const wrong = [...missing, ...used.filter((name) => !wanted.includes(name))]
        return wrong.length === 0 ? [] : [{ rule: 'arguments', level: 'error', found: wrong.join(', '), file, key }]
      }),
    )
}

if (process.argv[1] === import.meta.filename) {
  const dictionaries = await findDictionaries()
  const findings = [...dictionaries.flatMap(checkDictionary), ...checkArguments(dictionaries)]
  const wanted = process.argv.includes('--all') ? findings : findings.filter(({ level }) => level !== 'info')
  for (const { level, rule, file, key, found } of wanted) console.log(`${level.padEnd(7)} ${rule.padEnd(12)} ${file} ${key}: ${found}`)
  const errors = findings.filter(({ level }) => level === 'error').length
  console.log(`${dictionaries.length} dictionaries, ${errors} errors, ${findings.filter(({ level }) => level === 'warning').length} warnings`)
  process.exitCode = errors > 0 ? 1 : 0
}
