import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '@modellregion/standards'
import type { Publiccode } from '../schema.ts'
import { checkPubliccode } from './check.ts'
import { entryFrom } from './entry.ts'
import { isFunctionMailbox, isOrganisation, withoutPeople } from './reduce.ts'
import { commitsAddress, lastCommitIn, rawAddresses } from './repository.ts'
import { unreached, vitalityOf } from './vitality.ts'
import { writePubliccode } from './write.ts'

const long = 'Ein erfundenes Programm, mit dem ein Amt seine Termine vergibt. '.repeat(4).trim()
const file: Publiccode = {
  publiccodeYmlVersion: '0',
  name: 'Terminbuch',
  url: 'https://git.example.org/terminbuch.git',
  platforms: ['web'],
  developmentStatus: 'stable',
  softwareType: 'standalone/web',
  description: { de: { shortDescription: 'Termine im Amt.', longDescription: long, features: ['Termine buchen'] } },
  legal: { license: 'EUPL-1.2' },
  maintenance: { type: 'internal', contacts: [{ name: 'Erika Muster', email: 'erika.muster@example.org' }] },
  localisation: { localisationReady: true, availableLanguages: ['de'] },
}
const today = plainDate('2026-11-29')

describe('a file without people', () => {
  it('keeps offices and function mailboxes, never a person', () => {
    const kept = withoutPeople({
      ...file,
      organisation: { name: 'Stadt Beispiel', uri: 'https://example.org' },
      legal: { license: 'EUPL-1.2', mainCopyrightOwner: 'Max Mustermann' },
      maintenance: {
        type: 'contract',
        contacts: [{ name: 'Erika Muster', email: 'erika.muster@example.org', phone: '+49 241 1' }, { name: 'Erika Muster', email: 'opensource@example.org', affiliation: 'IT-Amt' }],
        contractors: [{ name: 'Max Mustermann', until: '2027-01-01', website: 'https://www.mustermann.example.org', email: 'max@example.org' }, { name: 'Beispiel GmbH', until: '2028-01-01', email: 'info@example.org' }],
      },
    })
    assert.doesNotMatch(JSON.stringify(kept), /Erika|erika|Max Muster|max@|\+49/)
    assert.deepEqual(kept.maintenance.contacts, [{ name: 'Stadt Beispiel' }, { name: 'IT-Amt', email: 'opensource@example.org' }])
    assert.deepEqual(kept.maintenance.contractors?.map(({ name, email }) => [name, email]), [['mustermann.example.org', undefined], ['Beispiel GmbH', 'info@example.org']])
  })

  it('is still valid, and its entry names an office', () => {
    const kept = withoutPeople(file)
    assert.deepEqual(checkPubliccode(new TextEncoder().encode(writePubliccode(kept))).findings, [])
    const entry = entryFrom(kept, { id: '00000000-0000-7000-8000-000000000000', published: true, vitality: null })
    assert.deepEqual([entry.kind, entry.class, entry.itemRef, entry.contact], ['software', 'licence-free-solution', file.url, { office: 'Terminbuch' }])
  })

  it('knows offices from people', () => {
    for (const name of ['Stadt Aachen', 'Rechenzentrum Nord', 'Beispiel GmbH', 'Maintainers of X', 'Comune di Roma']) assert.ok(isOrganisation(name), name)
    for (const name of ['Erika Muster', 'Mario Rossi', 'Ute Agricola', 'Günter Seidel', 'Peter Landmann', 'Ida Stadtler']) assert.ok(!isOrganisation(name), name)
    assert.deepEqual(['info@a.org', 'opensource-team@a.org', 'erika@a.org', 'e.muster@a.org'].map(isFunctionMailbox), [true, true, false, false])
  })

  it('gives back what it was given, through text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((value) => value.trim() !== '')
    fc.assert(fc.property(text, fc.array(text, { minLength: 1, maxLength: 4 }), fc.option(text, { nil: undefined }), (name, features, version) => {
      const one: Publiccode = { ...file, name, ...(version !== undefined && { softwareVersion: version }), description: { de: { shortDescription: 'Kurz.', longDescription: long, features } } }
      assert.deepEqual(checkPubliccode(new TextEncoder().encode(writePubliccode(one))).publiccode, one)
    }), { numRuns: 150 })
  })
})

describe('vitality', () => {
  it('adds up signs and leaves out what nobody could read', () => {
    const lively = vitalityOf({ ...file, releaseDate: '2026-10-01', softwareVersion: '2.0' }, { today, lastCommit: '2026-11-20', reachable: true })
    assert.deepEqual(lively.signs.map(({ id, points, of }) => `${id} ${points}/${of}`), ['release 25/25', 'commit 20/20', 'maintenance 12/15', 'reachable 10/10', 'status 10/10', 'version 4/4', 'languages 0/4', 'documentation 0/4', 'roadmap 0/4', 'used-by 0/4'])
    assert.equal(lively.score, 81)
    assert.equal(vitalityOf({ ...file, releaseDate: '2026-10-01', softwareVersion: '2.0' }, { today }).score, Math.round((100 * 51) / 70))
    assert.equal(lively.signs.reduce((sum, { of }) => sum + of, 0), 100)
  })

  it('sees age, ended contracts and programs that were given up', () => {
    const points = (more: Partial<Publiccode>, id: string) => vitalityOf({ ...file, ...more }, { today }).signs.find((sign) => sign.id === id)?.points
    assert.deepEqual(['2026-06-02', '2026-06-01', '2025-11-29', '2025-11-28', '2024-11-28', '2026-11-30'].map((releaseDate) => points({ releaseDate }, 'release')), [25, 18, 18, 8, 0, 0])
    const until = (day: string) => points({ maintenance: { type: 'contract', contractors: [{ name: 'Beispiel GmbH', until: day }] } }, 'maintenance')
    assert.deepEqual([until('2026-11-29'), until('2026-11-28')], [15, 3])
    assert.ok((vitalityOf({ ...file, developmentStatus: 'obsolete', releaseDate: '2026-11-01' }, { today }).score ?? 99) <= 10)
  })

  it('keeps the signs of the last success when a reading fails', () => {
    const former = vitalityOf(file, { today: plainDate('2026-11-01') })
    assert.deepEqual(unreached(former, today, 'timeout'), { ...former, failed: 'timeout' })
    assert.equal(unreached(null, today, 'timeout').score, null)
  })

  it('is a whole number from 0 to 100', () => fc.assert(fc.property(fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), { nil: undefined }), fc.option(fc.boolean(), { nil: undefined }), (released, reachable) => {
    const { score } = vitalityOf({ ...file, ...(released && { releaseDate: released.toISOString().slice(0, 10) }) }, { today, reachable })
    return score !== null && Number.isInteger(score) && score >= 0 && score <= 100
  })))
})

describe('where forges keep files', () => {
  for (const [address, first] of [
    ['https://github.com/stadt/terminbuch', 'https://raw.githubusercontent.com/stadt/terminbuch/HEAD/publiccode.yml'],
    ['https://github.com/stadt/terminbuch.git', 'https://raw.githubusercontent.com/stadt/terminbuch/HEAD/publiccode.yml'],
    ['https://github.com/stadt/terminbuch/blob/main/publiccode.yml', 'https://raw.githubusercontent.com/stadt/terminbuch/main/publiccode.yml'],
    ['https://gitlab.opencode.de/amt/gruppe/terminbuch', 'https://gitlab.opencode.de/amt/gruppe/terminbuch/-/raw/HEAD/publiccode.yml'],
    ['https://gitlab.opencode.de/amt/terminbuch/-/blob/main/publiccode.yml', 'https://gitlab.opencode.de/amt/terminbuch/-/raw/main/publiccode.yml'],
    ['https://codeberg.org/stadt/terminbuch', 'https://codeberg.org/stadt/terminbuch/raw/branch/main/publiccode.yml'],
    ['https://example.org/any/publiccode.yml', 'https://example.org/any/publiccode.yml'],
    ['https://git.example.org/stadt/terminbuch', 'https://git.example.org/stadt/terminbuch/-/raw/HEAD/publiccode.yml'],
  ] as const) it(address, () => assert.equal(rawAddresses(address)[0], first))

  it('tries few places and only of the web', () => {
    for (const address of ['', 'x', 'ftp://example.org/x', 'file:///etc/passwd', 'https://example.org/']) assert.deepEqual(rawAddresses(address), [])
    fc.assert(fc.property(fc.webUrl(), (address) => rawAddresses(address).length <= 6 && rawAddresses(address).every((place) => URL.canParse(place))))
  })

  it('reads the newest commit as three forges tell it', () => {
    assert.equal(lastCommitIn([{ commit: { committer: { date: '2026-11-01T10:00:00Z' } } }]), '2026-11-01')
    assert.equal(lastCommitIn([{ committed_date: '2026-11-02T10:00:00.000+02:00' }]), '2026-11-02')
    assert.equal(lastCommitIn({ message: 'Not Found' }), undefined)
    assert.equal(commitsAddress('https://gitlab.opencode.de/amt/terminbuch.git'), 'https://gitlab.opencode.de/api/v4/projects/amt%2Fterminbuch/repository/commits?per_page=1')
  })
})
