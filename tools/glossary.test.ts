import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { lintLeicht } from '@modellregion/kernel/words'
import { findStrangers, looksGerman, namesIn, readGlossary, renderGlossary, strangersIn } from './glossary.ts'

const terms = readGlossary()

test('the page is the table', async () => {
  assert.equal(await readFile(path.resolve(import.meta.dirname, '../docs/glossary.md'), 'utf8'), renderGlossary(terms), 'run: node tools/glossary.ts')
})

test('each term stands once, spelled as in SQL', () => {
  const names = terms.map(({ term }) => term)
  assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), [])
  assert.deepEqual(names.filter((name) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)), [])
  assert.ok(terms.length > 400)
})

test('every explanation passes the linter for Leichte Sprache', () => {
  const errors = terms.flatMap(({ term, easy }) => lintLeicht(easy).filter(({ level }) => level === 'error').map(({ rule, found }) => `${term}: ${rule}: ${found}`))
  assert.deepEqual(errors, [])
})

test('every German word in a name of the code is in the glossary', () => {
  assert.deepEqual(findStrangers(terms).map(({ file, name, part }) => `${file}: "${part}" in ${name}`), [])
})

test('German parts are found, terms of the glossary and English are left alone', () => {
  const known = new Set(terms.map(({ term }) => term))
  const cases: [string, readonly string[]][] = [
    ['listAntraege', []],
    ['findAntrag', ['antrag']],
    ['issueBescheid', []],
    ['bescheidNummer', []],
    ['gebuehr_id', ['gebuehr']],
    ['offerAnbietung', []],
    ['pruefungStart', ['pruefung']],
    ['HTTPZugang', ['zugang']],
    ['wohnungsgeber', []],
    ['young', []],
    ['readOnline', []],
    ['online_ausweis', []],
    ['stellenListe', ['stellen']],
  ]
  for (const [name, parts] of cases) assert.deepEqual(strangersIn(name, known), parts, name)
})

test('no English term of the glossary looks German', () => {
  const wrong = terms.filter(({ language }) => language === 'en').flatMap(({ term }) => term.split('_').filter(looksGerman))
  assert.deepEqual(wrong, [])
})

test('names are read from code and SQL, texts and comments are not', () => {
  assert.deepEqual([...namesIn('a.tsx', `// Antrag\nconst first = <p title="Bescheid">Gebühr {second}</p>; type Q = { third: string; 'Frist': 1 }`)].filter((name) => /Antrag|Bescheid|Frist/.test(name)), [])
  assert.ok(namesIn('a.ts', 'export function pruefungOf(antrag: string) { return antrag }').has('antrag'))
  assert.deepEqual([...namesIn('a.sql', `-- Gebuehr\ncreate table vorgang_x (id uuid default 'Antrag')`)], ['create', 'table', 'vorgang_x', 'id', 'uuid', 'default'])
})

test('a planted German name fails the search', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'modellregion-glossary-'))
  try {
    await mkdir(path.join(root, 'services/fair/gebuehr'), { recursive: true })
    await writeFile(path.join(root, 'services/fair/gebuehr/rules.ts'), 'export const sperrfrist = 3\n')
    await writeFile(path.join(root, 'services/fair/gebuehr/import.ts'), '// Field names of the course register are its own.\nexport type Row = { bezeichnung: string }\n')
    assert.deepEqual(findStrangers(terms, root).map(({ part }) => part).sort(), ['gebuehr', 'gebuehr', 'sperrfrist'])
  } finally {
    await rm(root, { recursive: true })
  }
})
