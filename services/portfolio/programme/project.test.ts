import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { NotFound, search, sql, type UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { keepFacts } from './facts.ts'
import { changeAmount, changePeriod, changeTexts, moveStage, removeIdea, startIdea, type Start } from './project.ts'
import { getProject, listAmounts, listChanges, listPeriods, listProgrammeChanges, listProjects, listSteps, upsertProgramme } from './queries.ts'
import { emptyProject } from './rules/empty.ts'
import { projectFrom, readKdn } from './rules/kdn.ts'
import { mostProjects, type Programme, type Project, type Stage } from './schema.ts'
import { summaryOf } from './overview.ts'
import { takeList } from './take-list.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

const today = localDate(new Date(testMoment))
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.unit(tenant, 'portfolio', work)
const read = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.read(tenant, 'portfolio', work)
let counter = 0
const id = (): string => `0193e000-0000-7000-8000-${String(++counter).padStart(12, '0')}`
const ids = () => ({ row: id(), change: id() })
const slug = 'bruecke'
const now = (): Promise<Project> => read((db) => getProject(db, slug))
const found = async () => (await read((db) => search(db, { q: 'Hängebrücke', service: 'portfolio', from: 0, size: 5 }))).total
const move = (stage: Stage, on = today, reason = '') => write((db) => moveStage(db, slug, { stage, on, reason }, ids()))
const source = { document: 'Bescheid vom 1. Februar 2026', place: 'Nr. 2' }
const texts = async (more: Partial<Project>) => write(async (db) => changeTexts(db, slug, { ...(await getProject(db, slug)), ...more }, ids()))

test('an idea is kept once, for its town, and nobody finds it in the search', async () => {
  const idea = { ...emptyProject, name: 'Brücke', aliases: ['Hängebrücke'], summary: 'Über den Bach.' }
  assert.equal(await write((db) => startIdea(db, idea, ids(), today)), slug)
  assert.equal((await now()).summary, 'Über den Bach.')
  assert.equal((await read((db) => listSteps(db, slug))).length, 1)
  assert.equal(await found(), 0)
  assert.equal((await read((db) => listProjects(db), 'moorbek')).length, 0)
  await assert.rejects(read((db) => getProject(db, slug), 'moorbek'), NotFound)
})

test('two ideas of one name at once are both kept, each at its own address; one form is one idea', async () => {
  const same = () => write((db) => startIdea(db, { ...emptyProject, name: 'Zwilling' }, ids(), today), 'moorbek')
  assert.deepEqual((await Promise.all([same(), same(), same()])).toSorted(), ['zwilling', 'zwilling-2', 'zwilling-3'])
  assert.equal((await read((db) => listProjects(db), 'moorbek')).length, 3)
  const order = ids()
  const twice = () => write((db) => startIdea(db, { ...emptyProject, name: 'Drilling' }, order, today), 'moorbek')
  assert.deepEqual(await Promise.all([twice(), twice()]), ['drilling', 'drilling'], 'a form sent twice is one idea')
})

test('a programme is full before its pages would leave anything out, and a list that does not fit is not taken at all', async () => {
  const start = (at: number): Start => ({ project: { ...emptyProject, name: `Idee ${at}`, slug: `idee-${at}` }, ids: ids(), on: today })
  const take = (from: number, until: number) => write((db) => takeList(db, Array.from({ length: until - from }, (_, at) => start(from + at))), 'hohenried')
  assert.equal(await take(0, mostProjects - 1), mostProjects - 1)
  assert.equal(await take(mostProjects - 1, mostProjects + 1), undefined)
  const idea = (name: string) => write((db) => startIdea(db, { ...emptyProject, name }, ids(), today), 'hohenried')
  assert.equal(await idea('Die letzte'), 'die-letzte')
  assert.equal(await idea('Eine zu viel'), undefined)
  assert.equal((await read((db) => listProjects(db), 'hohenried')).length, mostProjects)
})

test('it goes its way step by step; what is missing is named', async () => {
  assert.equal((await move('delivery'))?.code, 'not-next')
  assert.deepEqual(await move('application'), { code: 'needs', field: 'stage', needs: ['lead'] })
  await texts({ partners: [{ name: 'Tiefbauamt', role: 'lead' }] })
  assert.equal(await move('application'), undefined)
  assert.deepEqual(await move('notice'), { code: 'needs', field: 'stage', needs: ['grant', 'period'] })
  await write((db) => changeAmount(db, slug, { kind: 'grant', cents: 14_882_290, reason: '', source }, ids()))
  assert.equal(await write((db) => changePeriod(db, slug, { startsOn: today, endsOn: addDays(today, 365), reason: 'Plan', source }, ids())), undefined)
  assert.equal(await move('notice'), undefined)
  assert.equal(await move('delivery'), undefined)
  assert.deepEqual((await read((db) => listSteps(db, slug))).map(({ stage, reachedOn }) => [stage, reachedOn]), ['idea', 'application', 'notice', 'delivery'].map((stage) => [stage, today]))
})

test('what is granted is public and found, and stays public', async () => {
  assert.equal((await now()).isPublic, true)
  assert.equal(await found(), 1)
  await texts({ isPublic: false })
  assert.equal((await now()).isPublic, true)
})

test('an extension keeps the original end, a second one too', async () => {
  const first = addDays(today, 365)
  assert.equal((await write((db) => changePeriod(db, slug, { endsOn: first, reason: 'x', source }, ids())))?.code, 'not-later')
  for (const days of [400, 500]) assert.equal(await write((db) => changePeriod(db, slug, { endsOn: addDays(today, days), reason: 'Lieferung verspätet', source }, ids())), undefined)
  const { endsOn, originalEndsOn } = await now()
  assert.deepEqual([endsOn, originalEndsOn], [addDays(today, 500), first])
  assert.deepEqual((await read((db) => listPeriods(db, slug))).map((period) => period.endsOn), [first, addDays(today, 400), addDays(today, 500)])
})

test('a plan before the notice may move its beginning, which stands in the history; the same plan once more changes nothing', async () => {
  const plan = (await write((db) => startIdea(db, { ...emptyProject, name: 'Plan' }, ids(), today))) ?? assert.fail('full')
  const change = (from: number) => write((db) => changePeriod(db, plan, { startsOn: addDays(today, from), endsOn: addDays(today, 90), reason: 'Plan', source }, ids()))
  for (const from of [0, 30, 30]) assert.equal(await change(from), undefined)
  assert.deepEqual((await read((db) => listPeriods(db, plan))).map(({ startsOn }) => startsOn), [today, addDays(today, 30)])
  const [newest] = await read((db) => listChanges(db, plan))
  assert.deepEqual(newest?.detail, { startsOn: [today, addDays(today, 30)], endsOn: [addDays(today, 90), addDays(today, 90)] })
  await write((db) => removeIdea(db, plan))
})

test('an amount keeps the one before, with both sources; the same twice changes nothing', async () => {
  const order = ids()
  const change = () => write((db) => changeAmount(db, slug, { kind: 'grant', cents: 15_000_001, reason: 'Aufstockung', source: { ...source, place: 'Nr. 3' } }, order))
  await change()
  await change()
  await write((db) => changeAmount(db, slug, { kind: 'grant', cents: 15_000_001, reason: 'Aufstockung', source: { ...source, place: 'Nr. 3' } }, ids()))
  assert.equal((await now()).grantCents, 15_000_001)
  assert.deepEqual((await read((db) => listAmounts(db, slug))).map(({ cents, source: { place } }) => [cents, place]), [[14_882_290, 'Nr. 2'], [15_000_001, 'Nr. 3']])
})

test('every change is in the history of the project and in the audit, in ids and figures only', async () => {
  const changes = await read((db) => listChanges(db, slug))
  assert.deepEqual(changes.map(({ what }) => what), ['amount', 'period', 'period', 'stage', 'stage', 'period', 'amount', 'stage', 'texts', 'created'])
  assert.deepEqual(changes[0]?.detail, { grant: ['14882290', '15000001'] })
  const audited = await temporary.read('erlenau', 'platform', (db) => db.many<{ action: string }>(sql`select action from platform.audit_entry where tenant_id = ${db.tenant} and subject = ${`project/${slug}`} order by seq`))
  assert.deepEqual(audited.map(({ action }) => action), ['project.create', 'project.change', 'project.stage', 'project.amount', 'project.period', 'project.stage', 'project.stage', 'project.period', 'project.period', 'project.amount'])
})

test('a stage of yesterday cannot follow one of today', async () => {
  await texts({ results: 'Sie steht.' })
  assert.deepEqual(await move('proof-of-use', addDays(today, -1)), { code: 'before-last-stage', field: 'on', last: today })
})

test('the front page counts what is public and granted', async () => {
  const { funnel, sums } = await read(summaryOf)
  assert.deepEqual(funnel.map(({ count }) => count), [1, 1, 1])
  assert.deepEqual([sums.count, sums.grantedCount, sums.all], [1, 1, 15_000_001])
})

test('who writes over what somebody else has written meanwhile is told, field by field', async () => {
  const since = (await read((db) => listChanges(db, slug)))[0]?.id ?? ''
  const change = (more: Partial<Project>, known?: string) => write((db) => changeTexts(db, slug, more, { change: id(), ...(known !== undefined && { since: known }) }))
  assert.equal(await change({ notes: 'Erste Notiz', kdn: { benefit: 'Kürzerer Weg' } }, since), undefined)
  assert.deepEqual(await change({ notes: 'Zweite Notiz' }, since), { code: 'changed-meanwhile', now: { notes: 'Erste Notiz' } })
  assert.deepEqual(await change({ kdn: null }, since), { code: 'changed-meanwhile', now: { benefit: 'Kürzerer Weg' } })
  assert.equal(await change({ status: 'Steht' }, since), undefined, 'another field is free')
  const { notes, status, kdn } = await now()
  assert.deepEqual([notes, status, kdn], ['Erste Notiz', 'Steht', { benefit: 'Kürzerer Weg' }])
  assert.equal(await change({ notes: 'Zweite Notiz' }, (await read((db) => listChanges(db, slug)))[0]?.id ?? ''), undefined)
})

test('two moves at once: one wins, the other is told', async () => {
  const results = await Promise.all([move('proof-of-use'), move('proof-of-use')])
  assert.deepEqual(results.map((refusal) => refusal?.code).toSorted(), ['not-next', undefined])
  assert.equal((await read((db) => listSteps(db, slug))).filter(({ stage }) => stage === 'proof-of-use').length, 1)
})

test('only an idea that nobody outside has seen is deleted, with all that belongs to it; the audit keeps that it was there', async () => {
  assert.equal(await write((db) => removeIdea(db, slug)), 'not-an-idea')
  await write((db) => startIdea(db, { ...emptyProject, name: 'Irrtum', isPublic: true }, ids(), today))
  assert.equal(await write((db) => removeIdea(db, 'irrtum')), 'seen')
  await write((db) => changeTexts(db, 'irrtum', { isPublic: false }, { change: id() }))
  await write((db) => changeAmount(db, 'irrtum', { kind: 'grant', cents: 1, reason: '', source }, ids()))
  assert.equal(await write((db) => removeIdea(db, 'irrtum')), undefined)
  await assert.rejects(read((db) => getProject(db, 'irrtum')), NotFound)
  assert.deepEqual([await read((db) => listSteps(db, 'irrtum')), await read((db) => listChanges(db, 'irrtum')), await read((db) => listAmounts(db, 'irrtum'))], [[], [], []])
  const audited = await temporary.read('erlenau', 'platform', (db) => db.many<{ action: string }>(sql`select action from platform.audit_entry where tenant_id = ${db.tenant} and subject = 'project/irrtum' order by seq`))
  assert.equal(audited.at(-1)?.action, 'project.remove')
})

const facts = (more: Partial<Programme> = {}): Programme => ({ origin: 'own', name: 'Digitales Dorf', startedIn: '2025-08', endedOn: null, regions: [], region: '', lead: '', partner: '', remarks: [], ideas: null, submitted: null, approved: null, approxGrants: null, approxProgramme: null, approxProjects: null, ...more })

test('a town without a report describes its programme; what it said before stays, and a report is never changed', async () => {
  const keep = (programme: Programme, since = '', tenant = 'moorbek') => write((db) => keepFacts(db, programme, { change: id(), since }), tenant)
  assert.equal(await keep(facts()), undefined)
  assert.equal(await keep(facts()), undefined, 'the same once more changes nothing')
  assert.deepEqual(await keep(facts({ name: 'Anders' })), { code: 'changed-meanwhile', now: { name: 'Digitales Dorf' } })
  const [newest] = await read(listProgrammeChanges, 'moorbek')
  assert.equal(await keep(facts({ approved: { value: 2, source } }), newest?.id), undefined)
  assert.deepEqual((await read(listProgrammeChanges, 'moorbek')).map(({ detail }) => detail), [{ approved: ['', '2 (Bescheid vom 1. Februar 2026, Nr. 2)'] }, { name: ['', 'Digitales Dorf'], startedIn: ['', '2025-08'] }])
  assert.equal((await read(summaryOf, 'moorbek')).funnel.find(({ id: step }) => step === 'approved')?.source?.place, 'Nr. 2')
  assert.equal((await read(listProgrammeChanges)).length, 0, 'another town has none of it')
  await write((db) => upsertProgramme(db, facts({ origin: 'report' })), 'erlenau')
  assert.deepEqual(await keep(facts({ name: 'Anders' }), '', 'erlenau'), { code: 'from-report' })
})

test('two offices describe the programme at once: one of them does, the other is told', async () => {
  const keep = (name: string) => write((db) => keepFacts(db, facts({ name }), { change: id(), since: '' }), 'steinfurtheim')
  const refusals = await Promise.all([keep('Erstes'), keep('Zweites')])
  assert.deepEqual(refusals.map((refusal) => refusal?.code).toSorted(), ['changed-meanwhile', undefined])
  assert.equal((await read(listProgrammeChanges, 'steinfurtheim')).length, 1)
})

test('a list is taken over in one go: each project as if it were written alone; what is known stays', async () => {
  const list = readKdn('Titel;Beschreibung;Phase;Projektleitung\nTauschregal;Ein Regal;Umsetzung;Amt\nZwilling;Schon da;Umsetzung;Amt\nLeseecke;Eine Ecke;Vorbereitung;\n')
  assert.ok(list.ok)
  const starts = () => list.projects.map((one) => ({ project: projectFrom(one, { document: 'Liste', place: `Zeile ${one.line}` }), ids: ids(), on: null }))
  const [first, second] = await Promise.all([starts(), starts()].map((all) => write((db) => takeList(db, all), 'moorbek')))
  assert.deepEqual([first, second].toSorted(), [0, 2], 'the same list sent twice is taken over once')
  const all = await read((db) => listProjects(db), 'moorbek')
  const taken = all.filter(({ origin }) => origin === 'import').map(({ slug: at, stage, isPublic, partners, source: from }) => [at, stage, isPublic, partners.length, from?.place])
  assert.deepEqual(taken, [['leseecke', 'application', false, 0, 'Zeile 4'], ['tauschregal', 'delivery', true, 1, 'Zeile 2']])
  assert.equal(all.find(({ slug: at }) => at === 'zwilling')?.origin, 'own')
  for (const [at, stage, name] of [['tauschregal', 'delivery', 'Tauschregal'], ['leseecke', 'application', 'Leseecke']] as const) {
    assert.deepEqual((await read((db) => listSteps(db, at), 'moorbek')).map((step) => [step.stage, step.reachedOn]), [[stage, null]])
    assert.deepEqual((await read((db) => listChanges(db, at), 'moorbek')).map(({ what, detail }) => [what, detail]), [['import', { name: ['', name] }]])
  }
  const hits = async (q: string) => (await read((db) => search(db, { q, service: 'portfolio', from: 0, size: 5 }), 'moorbek')).total
  assert.deepEqual([await hits('Tauschregal'), await hits('Leseecke')], [1, 0], 'only what is granted is found')
  const audited = await temporary.read('moorbek', 'platform', (db) => db.many<{ subject: string }>(sql`select subject from platform.audit_entry where tenant_id = ${db.tenant} and action = 'project.create' order by subject`))
  assert.deepEqual(audited.map(({ subject }) => subject).filter((subject) => !/zwilling|drilling/.test(subject)), ['project/leseecke', 'project/tauschregal'])
})
