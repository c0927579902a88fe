import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkPubliccode } from './check.ts'
import { largestFile } from './read-yaml.ts'

const long = 'Wie ein Amt seine Termine vergibt, sieht man hier an einem erfundenen Programm. '.repeat(3).trim()
const good = `publiccodeYmlVersion: "0"
name: Terminbuch
url: https://git.example.org/terminbuch.git
platforms:
  - web
developmentStatus: stable
softwareType: standalone/web
description:
  de:
    shortDescription: Termine im Amt.
    longDescription: ${long}
    features:
      - Termine buchen
legal:
  license: EUPL-1.2
maintenance:
  type: community
  contacts:
    - name: Terminbuch-Gruppe
localisation:
  localisationReady: true
  availableLanguages:
    - de
`
const bytes = (text: string) => new TextEncoder().encode(text)
const found = (text: string, options = {}) => checkPubliccode(bytes(text), options).findings.map(({ level, key, line, code }) => `${level} ${key}:${line} ${code}`)
const changed = (from: string | RegExp, to: string) => {
  const text = good.replace(from, to)
  assert.notEqual(text, good)
  return text
}

describe('checking a publiccode.yml', () => {
  it('reads a good file as it is', () => {
    const { publiccode, findings } = checkPubliccode(bytes(good))
    assert.deepEqual(findings, [])
    assert.equal(publiccode?.description['de']?.shortDescription, 'Termine im Amt.')
    assert.deepEqual(publiccode?.localisation, { localisationReady: true, availableLanguages: ['de'] })
  })

  for (const [what, text, finding] of [
    ['a missing key in its section', changed('  license: EUPL-1.2\n', '  mainCopyrightOwner: Ort\n'), 'error legal.license:14 required'],
    ['a missing section at the top', changed(/localisation:[^]*/, ''), 'error localisation:1 required'],
    ['a misspelt key, with the right one', changed('developmentStatus', 'developmentstatus'), 'error developmentstatus:6 unknown-key-similar'],
    ['a number in place of a text', changed('name: Terminbuch\n', 'name: Terminbuch\nsoftwareVersion: 1.10\n'), 'hint softwareVersion:3 number-not-text'],
    ['a version that is a number', changed('"0"', '0'), 'error publiccodeYmlVersion:1 version-not-text'],
    ['yes for true', changed('Ready: true', 'Ready: yes'), 'error localisation.localisationReady:21 yes-no'],
    ['a licence in the wrong case', changed('EUPL-1.2', 'eupl-1.2'), 'warning legal.license:15 licence-case'],
    ['a day that does not exist', changed('name: Terminbuch\n', 'name: Terminbuch\nreleaseDate: 2025-02-29\n'), 'error releaseDate:3 day'],
    ['the same key twice', `${good}name: Zwei\n`, 'error name:24 duplicate-key'],
    ['an address without a host', changed('https://git.example.org/terminbuch.git', 'https:///terminbuch'), 'error url:3 url'],
    ['a path that leaves the folder', changed('name: Terminbuch\n', 'name: Terminbuch\nlogo: ../../secret.png\n'), 'error logo:3 logo'],
    ['contractors where nobody is contracted', changed('  type: community\n', '  type: community\n  contractors:\n    - name: Firma\n      until: 2027-01-01\n'), 'error maintenance.contractors:18 contractors-only-contract'],
    ['a tag', changed('name: Terminbuch', 'name: !!binary aGk='), 'error name:2 tags'],
    ['a text with a control character', changed('name: Terminbuch', String.raw`name: "Termin\0buch"`), 'error name:2 control-characters'],
    ['half of a pair of UTF-16', changed('      - Termine buchen', String.raw`      - "Termine \uD800 buchen"`), 'error description.de.features[0]:13 control-characters'],
    ['a section of another country', `${good}DE:\n  etwas: eigenes\n`, 'hint DE:24 country-section'],
    ['the unpublished version', changed('"0"', '"1"'), 'error publiccodeYmlVersion:1 version-draft'],
  ] as const) it(`finds ${what}`, () => assert.deepEqual(found(text).filter((line) => line === finding), [finding], found(text).join('\n')))

  it('asks for a long description in one language only', () => {
    const two = changed('legal:', '  en:\n    shortDescription: Appointments.\nlegal:')
    assert.deepEqual(found(two), [])
    assert.deepEqual(found(changed(/ {4}longDescription.*\n/, '')), ['error description.de.longDescription:9 long-description-missing'])
  })

  it('counts characters as people do', () => assert.deepEqual(found(changed('Termine im Amt.', `${'👩‍👩‍👧‍👦'.repeat(150)}`)), []))

  it('knows version 1 when asked: what 0.x deprecates is gone there', () => {
    const one = good.replace('"0"', '"1"')
    assert.deepEqual(found(one, { draft: true }), [])
    assert.deepEqual(found(`${one}IT:\n  countryExtensionVersion: "1.0"\n`, { draft: true }), ['error IT:24 unknown-key'])
    assert.deepEqual(found(`${one}inputTypes:\n  - text/plain\n`, { draft: true }), ['error inputTypes:24 unknown-key'])
    assert.deepEqual(found(`${good}inputTypes:\n  - text/plain\n`), ['warning inputTypes:24 deprecated-drop'])
  })

  it('is not worn down by files that multiply or nest', () => {
    const bomb = `a: &a [x,x,x]\n${Array.from({ length: 30 }, (_, n) => `k${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`},*${n === 0 ? 'a' : `b${n - 1}`}]`).join('\n')}\n`
    const started = performance.now()
    assert.equal(checkPubliccode(bytes(bomb)).findings[0]?.code, 'too-many-aliases')
    for (const deep of ['['.repeat(200_000), 'a: '.repeat(50_000), '- '.repeat(200_000), '{a: '.repeat(80_000)]) assert.equal(checkPubliccode(bytes(deep)).publiccode, undefined)
    assert.equal(checkPubliccode(new Uint8Array(largestFile + 1)).findings[0]?.code, 'too-large')
    assert.ok(performance.now() - started < 20_000)
  })

  it('answers any bytes with findings or data, and never throws', () => {
    const answers = (input: Uint8Array) => {
      const { publiccode, findings } = checkPubliccode(input)
      return (publiccode !== undefined) === findings.every(({ level }) => level !== 'error') && findings.every(({ line, column }) => line >= 1 && column >= 1)
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), answers), { numRuns: 200 })
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => answers(bytes(text))), { numRuns: 200 })
    // A good file with a piece replaced: most of these are YAML of a wrong shape.
    const pieces = ['[]', '{}', '*x', '&x y', '"', ': ', '- ', '!!set {a}', '\t', '|', '>', '? ', '#', '<<: {}', '1e99', '2020-01-01', 'null', '~', '\u0000', 'é', '\n']
    fc.assert(fc.property(fc.nat(good.length), fc.nat(60), fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), (from, length, piece) => answers(bytes(good.slice(0, from) + piece + good.slice(from + length)))), { numRuns: 600 })
    fc.assert(fc.property(fc.jsonValue(), (value) => answers(bytes(JSON.stringify(value)))), { numRuns: 200 })
  })

  const strings = join(import.meta.dirname, '../../../../../shared/vectors/naughty-strings')
  it('survives naughty strings as values', { skip: !existsSync(strings) && `${strings} is not there` }, () => {
    const file = readdirSync(strings, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('blns.json'))
    const naughty = JSON.parse(readFileSync(join(strings, file ?? ''), 'utf8')) as string[] // the file is a list of strings
    assert.ok(naughty.length > 100)
    for (const text of naughty) {
      const { publiccode, findings } = checkPubliccode(bytes(good.replace('name: Terminbuch', `name: ${JSON.stringify(text)}`)))
      if (publiccode) assert.equal(publiccode.name, text)
      else assert.equal(findings.find(({ level }) => level === 'error')?.line, 2)
    }
  })
})
