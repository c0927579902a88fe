import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, plainDate, type PlainDate } from '@modellregion/standards'
import { reportedProjects } from '../report/read-report.ts'
import { allStages, kdnFields, stages, type FactsForm, type Project, type Stage } from '../schema.ts'
import { csvStyleOf, csvFile } from '../../csv/rules.ts'
import { amountFrom } from './amount.ts'
import { changedTexts, linesOfLinks, linesOfPartners, linksFrom, partnersFrom, promisesFrom } from './change.ts'
import { factsFrom, monthFrom, monthText } from './facts.ts'
import { countable, funnelOf, mainOf } from './funnel.ts'
import { kdnRows, missingIn, readKdn } from './kdn.ts'
import { odditiesOf } from './oddities.ts'
import { isFixed, periodAfter, whyNotPeriod } from './period.ts'
import { rowsOf } from './rows.ts'
import { selectProjects } from './selection.ts'
import { freeSlug, slugOf } from './slug.ts'
import { isEnding, missingAt, needsOf, nextStages, whyNotMove } from './stage.ts'
import { sumsOf } from './sums.ts'

const now = new Date('2026-03-04T10:00:00Z')
const today = plainDate('2026-03-04')
const project = (more: Partial<Project> = {}): Project => ({
  slug: 'bruecke', number: null, kind: 'project', origin: 'own', isPublic: false, name: 'Brücke', nameInTable: null, aliases: [], stage: 'idea', summary: 'Eine Brücke.', status: 'läuft', notes: '', results: '',
  partners: [{ name: 'Tiefbauamt', role: 'lead' }], partnersInText: [], links: [], promises: [{ class: 'concept', text: 'Das Konzept.' }], kdn: null, service: null, source: null, startsOn: plainDate('2025-01-01'), endsOn: plainDate('2026-12-31'), originalEndsOn: null,
  grantCents: 100, totalCents: null, ownShareCents: null, changedAt: now, createdAt: now, ...more,
})
const move = (from: Partial<Project>, stage: Stage, on: PlainDate = today, reason = '', reached: readonly PlainDate[] = []) => whyNotMove(project(from), reached.map((reachedOn) => ({ reachedOn })), { stage, on, reason }, today)?.code

test('stages follow each other; delivery never comes before the notice', () => {
  assert.equal(move({ stage: 'idea' }, 'application'), undefined)
  assert.equal(move({ stage: 'application' }, 'delivery'), 'not-next')
  assert.equal(move({ stage: 'idea' }, 'notice'), 'not-next')
  assert.equal(move({ stage: 'application' }, 'notice'), undefined)
  assert.equal(move({ stage: 'notice' }, 'delivery'), undefined)
  assert.equal(move({ stage: 'delivery' }, 'refused'), 'not-next')
  assert.equal(move({ stage: 'transfer' }, 'withdrawn'), 'not-next')
})

test('a stage needs what it needs', () => {
  assert.equal(move({ stage: 'idea', summary: ' ' }, 'application'), 'needs')
  assert.equal(move({ stage: 'idea', partners: [{ name: 'x', role: null }] }, 'application'), 'needs')
  assert.equal(move({ stage: 'application', grantCents: null }, 'notice'), 'needs')
  assert.equal(move({ stage: 'application', startsOn: null, endsOn: null }, 'notice'), 'needs')
  assert.equal(move({ stage: 'proof-of-use', promises: [] }, 'transfer'), 'needs')
  assert.deepEqual(needsOf(project({ grantCents: null }), 'notice'), [{ need: 'grant', met: false }, { need: 'period', met: true }])
})

test('what a list left out of the stages before is needed before the next one', () => {
  const imported = project({ origin: 'import', stage: 'delivery', grantCents: null, startsOn: null, endsOn: null })
  assert.deepEqual(missingAt(imported), ['grant', 'period'])
  assert.deepEqual(whyNotMove(imported, [], { stage: 'proof-of-use', on: today, reason: '' }, today), { code: 'needs', field: 'stage', needs: ['grant', 'period'] })
  assert.equal(move({ origin: 'import', stage: 'delivery' }, 'proof-of-use'), undefined)
  assert.equal(move({ origin: 'import', stage: 'delivery', grantCents: null }, 'withdrawn', today, 'Kein Geld'), undefined)
  assert.deepEqual(missingIn({ stage: 'application', summary: 'So.', lead: '' }), ['lead'])
})

test('only what is granted counts in a sum', () => {
  const sums = sumsOf([project({ stage: 'idea', grantCents: 1 }), project({ stage: 'application', grantCents: 2 }), project({ stage: 'refused', grantCents: 4 }), project({ stage: 'withdrawn', grantCents: 8 }), ...stages.slice(2).map((stage) => project({ stage, grantCents: 16 })), project({ stage: 'delivery', kind: 'office', grantCents: 32 })])
  assert.deepEqual([sums.projects, sums.office, sums.all, sums.count, sums.grantedCount], [64, 32, 96, 8, 4])
})

test('a programme is about its report, else about what is real; what was invented counts where there is nothing else', () => {
  const [real, told, invented] = [project({ slug: 'a' }), project({ slug: 'b', origin: 'report' }), project({ slug: 'c', origin: 'invented' })]
  const slugs = (programme: Parameters<typeof mainOf>[0], all: readonly Project[]) => mainOf(programme, all).map(({ slug }) => slug)
  assert.deepEqual(slugs({ origin: 'report' }, [real, told, invented]), ['b'])
  assert.deepEqual(slugs({ origin: 'own' }, [real, invented]), ['a'])
  assert.deepEqual(slugs({ origin: 'own' }, [invented]), [])
  assert.deepEqual(slugs(undefined, [invented]), ['c'])
})

const form = (more: Partial<FactsForm>): FactsForm => ({ name: 'Digitales Dorf', ...more })
test('what is written about a programme is read, or the field at fault is named', () => {
  const faults = (more: Partial<FactsForm>) => {
    const read = factsFrom(form(more))
    return read.ok ? {} : read.faults
  }
  assert.deepEqual(faults({}), {})
  assert.deepEqual(faults({ startedIn: 'Sommer' }), { startedIn: 'month' })
  assert.deepEqual(faults({ startedIn: '13/2026' }), { startedIn: 'month' })
  assert.deepEqual(faults({ startedIn: '08/2026', endedOn: '2026-07-31' }), { endedOn: 'order' })
  assert.deepEqual(faults({ ideas: 0 }), { document: 'document' })
  assert.deepEqual(faults({ approxGrants: 'viel', document: 'Bescheid' }), { approxGrants: 'euro' })
  assert.deepEqual(faults({ document: 'Bescheid', ideasPlace: 'Seite 2' }), { document: 'figure', ideasPlace: 'figure' }, 'a source without its figure is not dropped in silence')
  const read = factsFrom(form({ startedIn: '8.2026', ideas: 0, approxGrants: '1.234,50', approxGrantsPlace: 'Seite 3', document: 'Bescheid', remarks: 'Eins.\n\nZwei.' }))
  assert.ok(read.ok)
  const { startedIn, ideas, approxGrants, remarks } = read.programme
  assert.deepEqual([startedIn, ideas, approxGrants, remarks], ['2026-08', { value: 0, source: { document: 'Bescheid', place: '' } }, { value: 123_450, source: { document: 'Bescheid', place: 'Seite 3' } }, ['Eins.', 'Zwei.']])
  assert.equal(monthFrom(monthText('2026-08')), '2026-08')
})

test('figures of a programme that do not fit are found; those that fit are not', () => {
  const read = factsFrom(form({ document: 'Bescheid', ideas: 1, submitted: 2, approved: 1, approxGrants: '1,00', remarks: 'Seite 4 nennt ein anderes Ende.' }))
  assert.ok(read.ok)
  const granted = project({ stage: 'notice', grantCents: 100 })
  assert.deepEqual(odditiesOf(read.programme, [granted]).map(({ code }) => code), ['more-after', 'remark'])
  assert.deepEqual(odditiesOf({ ...read.programme, approved: null }, [project({ stage: 'idea', grantCents: 7 })]).map(({ code }) => code), ['more-after', 'remark'])
  assert.deepEqual(odditiesOf(read.programme, [granted, { ...granted, grantCents: 1 }]).map(({ code }) => code), ['sum', 'count', 'more-after', 'remark'])
})

test('property: what is handed out in the fields of the KDN is read in again', () => {
  const text = fc.string({ minLength: 1, maxLength: 30 }).map((one) => one.replaceAll(/[\r\t']/g, '').trim()).filter((one) => one !== '')
  const one = fc.record({ name: text.filter((name) => slugOf(name) !== ''), summary: text, stage: fc.constantFrom('application', 'notice', 'delivery', 'proof-of-use' as const), lead: fc.option(text, { nil: '' }), kdn: fc.dictionary(fc.constantFrom(...kdnFields), text) })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ name }) => slugOf(name), maxLength: 5 }), fc.constantFrom('de', 'en'), (all, locale) => {
      const projects = all.map(({ name, summary, stage, lead, kdn }) => project({ slug: slugOf(name), name, summary, stage: stage as Stage, partners: lead === '' ? [] : [{ name: lead, role: 'lead' }], promises: [], links: [{ kind: 'document', url: 'https://a.example.org/b', label: '' }], kdn }))
      const read = readKdn(csvFile(kdnRows(projects, (of) => of), csvStyleOf(locale)))
      assert.ok(read.ok)
      assert.deepEqual(read.findings, [])
      const pick = ({ slug, name, summary, stage, kdn }: { slug: string; name: string; summary: string; stage: Stage; kdn: Project['kdn'] }) => ({ slug, name, summary, stage, kdn: { ...kdn } })
      assert.deepEqual(read.projects.map(pick), projects.map(pick))
      assert.deepEqual(read.projects.map(({ links, lead }) => [links.length, lead]), all.map(({ lead }) => [1, lead]))
    }),
  )
})

test('days of stages do not run backwards, nor ahead of today', () => {
  assert.equal(move({ stage: 'idea' }, 'application', addDays(today, 1)), 'in-the-future')
  assert.equal(move({ stage: 'application' }, 'notice', plainDate('2024-05-01'), '', [plainDate('2024-05-02')]), 'before-last-stage')
  assert.equal(move({ stage: 'notice' }, 'delivery', plainDate('2024-12-31')), 'before-period')
  assert.equal(move({ stage: 'application' }, 'refused'), 'reason-missing')
  assert.equal(move({ stage: 'application' }, 'refused', today, 'Zu teuer'), undefined)
})

test('property: whatever is chosen, no project is delivered that was not granted before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...allStages), { maxLength: 12 }), (wishes) => {
      let stage: Stage = 'idea'
      const way: Stage[] = [stage]
      for (const wish of wishes) {
        if (move({ stage }, wish, today, 'Grund') !== undefined) continue
        assert.ok(nextStages(stage).includes(wish))
        stage = wish
        way.push(stage)
      }
      for (const [at, reached] of way.entries()) {
        const index = stages.findIndex((one) => one === reached)
        if (index > 0 && !['refused', 'withdrawn'].includes(way[at - 1] ?? '')) assert.equal(way[at - 1], stages[index - 1])
        if (reached === 'delivery') assert.equal(way[at - 1], 'notice')
        if (isEnding(reached)) assert.ok(!way.slice(0, at).includes('transfer'))
      }
    }),
  )
})

test('an extension is later than the end so far and keeps the first end', () => {
  const running = project({ stage: 'delivery' })
  assert.equal(whyNotPeriod(running, { endsOn: plainDate('2026-12-31') })?.code, 'not-later')
  assert.equal(whyNotPeriod(running, { endsOn: plainDate('2024-12-31') })?.code, 'end-before-start')
  assert.equal(whyNotPeriod(running, { startsOn: plainDate('2025-02-01'), endsOn: plainDate('2027-12-31') })?.code, 'start-fixed')
  assert.equal(whyNotPeriod(running, { endsOn: plainDate('2041-01-01') })?.code, 'too-long')
  assert.equal(whyNotPeriod(project({ stage: 'idea' }), { startsOn: plainDate('9999-12-30'), endsOn: plainDate('9999-12-31') }), undefined, 'the end of the calendar is no error of ours')
  assert.equal(whyNotPeriod(project({ stage: 'transfer' }), { endsOn: plainDate('2027-12-31') })?.code, 'over')
  assert.equal(whyNotPeriod(project({ startsOn: null, endsOn: null }), { endsOn: plainDate('2027-12-31') })?.code, 'start-missing')
  assert.equal(whyNotPeriod(project({ stage: 'idea' }), { startsOn: plainDate('2025-02-01'), endsOn: plainDate('2025-06-30') }), undefined)
  assert.deepEqual(periodAfter(running, { endsOn: plainDate('2027-03-31') }), { startsOn: '2025-01-01', endsOn: '2027-03-31', originalEndsOn: '2026-12-31' })
})

test('property: after any number of extensions the original end is the first one and the ends only grow', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -400, max: 900 }), { maxLength: 10 }), (shifts) => {
      let running = project({ stage: 'delivery' })
      const first = running.endsOn
      for (const shift of shifts) {
        const wish = { endsOn: addDays(running.endsOn ?? today, shift) }
        const refusal = whyNotPeriod(running, wish)
        if (shift <= 0) assert.ok(refusal)
        if (refusal) continue
        const after = periodAfter(running, wish)
        assert.ok(daysBetween(running.endsOn ?? today, after.endsOn) > 0)
        assert.equal(after.originalEndsOn, first)
        assert.equal(after.startsOn, running.startsOn)
        running = { ...running, ...after }
      }
      assert.ok(isFixed(running))
    }),
  )
})

test('a funnel of own projects counts the furthest stage; invented ones only where there are no others', () => {
  const [a, b, c] = [project({ slug: 'a', stage: 'refused' }), project({ slug: 'b', stage: 'delivery' }), project({ slug: 'c' })]
  const reached = [{ slug: 'a', stage: 'application' as const }, { slug: 'x', stage: 'transfer' as const }]
  assert.deepEqual(funnelOf(undefined, [a, b, c], reached).map(({ count }) => count), [3, 2, 1])
  const invented = project({ slug: 'i', origin: 'invented' })
  assert.deepEqual(countable([a, invented]).map(({ slug }) => slug), ['a'])
  assert.deepEqual(countable([invented]).map(({ slug }) => slug), ['i'])
})

test('projects are chosen by stage and class and sorted; what is unknown stands last either way', () => {
  const all = [project({ slug: 'a', grantCents: 5, stage: 'notice' }), project({ slug: 'b', grantCents: null }), project({ slug: 'c', grantCents: 9, promises: [] })]
  const slugs = (more: object) => selectProjects(all, { stages: [], classes: [], sort: 'grant', descending: false, ...more }).map(({ slug }) => slug)
  assert.deepEqual(slugs({}), ['a', 'c', 'b'])
  assert.deepEqual(slugs({ descending: true }), ['c', 'a', 'b'])
  assert.deepEqual(slugs({ stages: ['notice'] }), ['a'])
  assert.deepEqual(slugs({ classes: ['concept'] }), ['a', 'b'])
})

test('names become addresses, and addresses are free', () => {
  assert.equal(slugOf('Kita-Kompass für Groß & Klein!'), 'kita-kompass-fuer-gross-klein')
  assert.equal(slugOf('  Été '), 'ete')
  assert.equal(freeSlug('Brücke', new Set(['bruecke', 'bruecke-2'])), 'bruecke-3')
  assert.equal(freeSlug('???', new Set()), 'project')
  const long = slugOf('abcde '.repeat(20))
  assert.match(freeSlug('abcde '.repeat(20), new Set([long])), /^(?:abcde-){9}[a-z-]{0,4}-?2$/)
  assert.ok(freeSlug('abcde '.repeat(20), new Set([long])).length <= 60, 'every page of a project takes an address of 60 letters')
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (name) => assert.match(slugOf(name), /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)))
})

test('partners and links survive the way through a text field', () => {
  for (const { project: { partners, links } } of reportedProjects()) {
    assert.deepEqual(partnersFrom(linesOfPartners(partners)), partners)
    assert.deepEqual(linksFrom(linesOfLinks(links)), { links })
  }
  assert.deepEqual(partnersFrom('* A\nB'), [{ name: 'A', role: 'lead' }, { name: 'B', role: 'partner' }])
  assert.equal(linksFrom('https://a.example.org | A\njavascript:alert(1)').badLine, 2)
  assert.deepEqual(linksFrom('result: https://a.example.org/x | Der Plan').links, [{ kind: 'result', url: 'https://a.example.org/x', label: 'Der Plan' }])
})

test('a promise keeps the heading of its source as long as its text stays', () => {
  const before = [{ class: 'concept' as const, text: 'So.', label: 'Konzept & Lösung' }]
  assert.deepEqual(promisesFrom([{ class: 'concept', text: 'So.' }], before), before)
  assert.deepEqual(promisesFrom([{ class: 'concept', text: 'Anders.' }, { class: 'building-block', text: ' ' }], before), [{ class: 'concept', text: 'Anders.' }])
})

test('an amount beyond any grant is a slip, not a sum', () => {
  assert.deepEqual(['148.822,90', '-1', 'viel', '99.999.999.999,00'].map(amountFrom), [14_882_290, 'negative', 'unreadable', 'large'])
})

test('only what differs counts as a change', () => {
  assert.deepEqual(changedTexts(project(), project()), {})
  assert.deepEqual(changedTexts(project(), project({ name: 'Steg', isPublic: true })), { name: ['Brücke', 'Steg'], isPublic: ['false', 'true'] })
})

const head = 'Titel;Beschreibung;Phase;Projektleitung;Webseiten;Für wen'
test('a list in the fields of the KDN is read; a line with a mistake is named with line and column', () => {
  const read = readKdn(`\uFEFF${head}\r\nWegweiser;"Zeigt den\nWeg; immer";Umsetzung;Hauptamt;https://a.example.org, https://b.example.org;Städte\r\nOhne Phase;Text;Später;;;\r\nWegweiser;Text;Umsetzung;;;\r\nKurz;Text\r\n;Text;Umsetzung;;;\r\nBild;Text;Konzeption;;ftp://x;\r\n`)
  assert.ok(read.ok)
  assert.deepEqual(read.projects.map(({ slug, summary, stage, lead, links, kdn }) => ({ slug, summary, stage, lead, links: links.length, kdn })), [{ slug: 'wegweiser', summary: 'Zeigt den\nWeg; immer', stage: 'delivery', lead: 'Hauptamt', links: 2, kdn: { forWhom: 'Städte' } }])
  assert.deepEqual(read.findings, [
    { line: 4, column: 'phase', code: 'phase' },
    { line: 5, column: 'title', code: 'twice' },
    { line: 6, column: null, code: 'columns' },
    { line: 7, column: 'title', code: 'missing' },
    { line: 8, column: 'webPages', code: 'address' },
  ])
})

test('what the forms could not take again is not read in either', () => {
  const code = (column: string, value: string) => {
    const read = readKdn(`Titel;Beschreibung;Phase;${column}\nA;Text;Umsetzung;"${value}"`)
    return read.ok ? read.findings.map((finding) => finding.code) : [read.code]
  }
  assert.deepEqual(code('Region', 'x'.repeat(201)), ['too-long'])
  assert.deepEqual(code('Webseiten', 'https://a.example.org/b c'), ['address'])
  assert.deepEqual(code('Webseiten', Array.from({ length: 150 }, (_, n) => `https://a.example.org/seite/${n}`).join('\n')), ['too-long'])
  assert.deepEqual(code('Webseiten', 'https://a.example.org/b'), [])
})

test('a file that is no such list is refused as a whole', () => {
  assert.deepEqual(readKdn('Titel,Phase\nA,Umsetzung'), { ok: false, code: 'head', missing: ['description'] })
  assert.deepEqual(readKdn(`${head}\n"A;b`), { ok: false, code: 'quotes', line: 2 })
  assert.deepEqual(readKdn(`${head}\n${'A;b;Umsetzung;;;\n'.repeat(501)}`), { ok: false, code: 'long' })
})

test('property: what a spreadsheet writes is read again', () => {
  const cell = fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\r', ''))
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const read = rowsOf(['"a;b";"c"', ...rows.map((row) => row.map(quote).join(';'))].join('\r\n'))
      assert.ok(read.ok)
      assert.deepEqual(read.rows.slice(1).map(({ cells }) => cells), rows)
    }),
  )
})
