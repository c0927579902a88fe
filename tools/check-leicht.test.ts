import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { checkArguments, checkDictionary, findDictionaries, type WordFinding } from './check-leicht.ts'

const line = ({ file, key, rule, found }: WordFinding) => `${file} ${key}: ${rule}: ${found}`
const errorsOf = (findings: readonly WordFinding[]) => findings.filter(({ level }) => level === 'error').map(line)

test('every text of every room keeps the rules for words', async () => {
  const dictionaries = await findDictionaries()
  assert.ok(dictionaries.some(({ file }) => file.includes('kernel')), 'the kernel has words')
  assert.deepEqual(errorsOf(dictionaries.flatMap(checkDictionary)), [])
  assert.deepEqual(errorsOf(checkArguments(dictionaries)), [])
})

test('planted mistakes in a room of three languages are found', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'modellregion-words-'))
  try {
    const locales = path.join(root, 'services/fair/locales')
    await mkdir(locales, { recursive: true })
    await writeFile(path.join(locales, 'de.ts'), `export const de = { a: 'Prüfen Sie das.', b: (p) => \`\${p.n} Tage\`, c: { sie: 'Ihr Text', du: 'Ihr Text' }, d: 'Für Lehrer*innen', e: '<b>fett</b>', f: (p) => p.list.map(String) }\n`)
    await writeFile(path.join(locales, 'en.ts'), `export const en = { a: 'Check.', b: (p) => \`\${p.m} days\`, c: 'Your text', d: 'For teachers', e: 'bold', z: 'Stranger' }\n`)
    await writeFile(path.join(locales, 'de-x-leicht.ts'), `export const leicht = { a: 'Das wird geprüft.', c: 'Dein Text ist da.' }\n`)
    const dictionaries = await findDictionaries(root)
    const found = [...dictionaries.flatMap(checkDictionary), ...checkArguments(dictionaries)].filter(({ level }) => level === 'error').map(({ file, key, rule }) => `${path.basename(file, '.ts')} ${key} ${rule}`)
    assert.deepEqual(found.sort(), [
      'de a sie-in-du',
      'de c sie-in-du',
      'de d gender-sign',
      'de e html',
      'de f unreadable',
      'de-x-leicht a passive',
      'de-x-leicht c address',
      'en b arguments',
      'en z stranger',
    ])
  } finally {
    await rm(root, { recursive: true })
  }
})

test('a text that a dictionary spreads from a part is checked once', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'modellregion-words-'))
  try {
    const locales = path.join(root, 'services/fair/locales')
    await mkdir(path.join(locales, 'de'), { recursive: true })
    await writeFile(path.join(locales, 'de/part.ts'), `export const part = { a: 'Text' }\n`)
    await writeFile(path.join(locales, 'de.ts'), `import { part } from './de/part.ts'\nexport const de = { ...part, b: 'Mehr' }\n`)
    const keys = (await findDictionaries(root)).map(({ file, entries }) => `${path.basename(file)}: ${[...entries.keys()]}`)
    assert.deepEqual(keys.sort(), ['de.ts: b', 'part.ts: a'])
  } finally {
    await rm(root, { recursive: true })
  }
})
