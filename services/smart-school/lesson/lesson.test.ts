import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datasetFeedPort } from '@modellregion/contracts'
import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, plainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { insertSchool } from '../place/queries.ts'
import { reachOf } from '../protection/rules.ts'
import { getSchoolById, insertSensor, insertThing, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { csvOf } from './csv.ts'
import { clearExperiments, startExperiment, unblind } from './experiment.ts'
import { readPlaces, placesFor, quantitiesFor } from './measured.ts'
import { decide, proposePublication, withdraw } from './publication.ts'
import { getExperiment, getPublication, insertGroup, listGroups, listPublic, setConclusion, setGroupHypothesis, type NewExperiment } from './queries.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())
const tenant = 'erlenau'
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit(tenant, 'smart-school', work)

const monday = plainDate('2026-03-02')
const teacher = '0193e000-0000-7000-8000-000000000001'
const lead = '0193e000-0000-7000-8000-000000000002'
const full = reachOf(['teacher'], Array.from({ length: 60 }, (_, at) => at))

/** A school with three class rooms and a staff room; in room n every lesson has n hundred ppm above 400. */
const planted = (slug: string) =>
  write(async (db) => {
    const schoolId = await takeNumbers(db, 'thing')
    await insertThing(db, { id: schoolId, kind: 'school', parentId: null, schoolId, name: 'Schule am Bach' })
    await insertSchool(db, { id: schoolId, slug, form: 'grundschule', place: '', heatedAreaM2: null, hallAreaM2: null, pupils: null, lessons: [{ from: '08:00', to: '08:45' }, { from: '08:45', to: '09:30' }] })
    const rooms: number[] = []
    for (const [at, name] of ['Raum Eins', 'Raum Zwei', 'Raum Drei', 'Lehrerzimmer'].entries()) {
      const thingId = await takeNumbers(db, 'thing')
      await insertThing(db, { id: thingId, kind: 'room', parentId: schoolId, schoolId, name, properties: { sealed: name === 'Lehrerzimmer' } })
      const sensorId = await takeNumbers(db, 'sensor')
      await insertSensor(db, { id: sensorId, name })
      for (const quantity of ['co2', 'motion'] as const) {
        const series = await seriesOfChannel(db, { thingId, sensorId, channel: quantity, quantity })
        const rows = [0, 1, 2, 3, 4].flatMap((day) => [0, 10, 20, 30, 40, 50, 60, 70, 80].map((minute) => ({ seriesId: series.id, at: new Date(instantAt(addDays(monday, day), 8).getTime() + minute * 60_000), number: quantity === 'motion' ? 5 : 400 + 100 * (at + 1) + day })))
        await writeObservations(db, rows)
      }
      rooms.push(thingId)
    }
    return { school: await getSchoolById(db, schoolId), rooms }
  })

let counter = 10
const id = (): string => `0193e000-0000-7000-8000-0000000001${counter++}`
const wish = (schoolId: number, thingIds: readonly number[], more: Partial<NewExperiment> = {}): NewExperiment => ({
  id: id(),
  schoolId,
  accountId: teacher,
  title: 'Luft',
  question: 'Wo?',
  hypothesis: 'Raum Zwei',
  plan: null,
  mkr: ['2.2'],
  quantities: ['co2'],
  thingIds,
  times: 'lessons',
  comparison: 'mean',
  band: null,
  from: monday,
  until: addDays(monday, 6),
  reveal: 'end',
  blind: false,
  ownColumns: [],
  codeHash: null,
  codeSealed: null,
  codeUntil: null,
  keepWeeks: 1,
  deleteOn: addDays(monday, 14),
  ...more,
})

test('a class gets one value for each lesson, never movement, never a staff room, never more than its teacher', async () => {
  const { school, rooms } = await planted('am-bach')
  const experiment = await write(async (db) => {
    const one = wish(school.id, rooms)
    await startExperiment(db, one)
    return await getExperiment(db, one.id)
  })
  const places = await write((db) => readPlaces(db, experiment, full, 'co2'))
  assert.deepEqual(places.map(({ letter, name }) => [letter, name]), [['A', 'Raum Eins'], ['B', 'Raum Zwei'], ['C', 'Raum Drei'], ['D', 'Lehrerzimmer']])
  assert.equal(places[0]?.values.length, 10, 'two lessons on five school days')
  assert.deepEqual(places[0]?.values.slice(0, 3).map(({ value }) => value), [500, 500, 501])
  assert.ok(places[3]?.values.every(({ value }) => value === null), 'nothing of the staff room')
  assert.ok((await write((db) => readPlaces(db, { ...experiment, quantities: ['motion'] }, full, 'motion'))).every(({ values }) => values.every(({ value }) => value === null)), 'no movement')
  assert.ok((await write((db) => readPlaces(db, experiment, reachOf(['teacher'], []), 'co2'))).every(({ values }) => values.every(({ value }) => value === null)), 'a teacher who has left sees nothing, and neither does the class')
  assert.deepEqual((await write((db) => placesFor(db, school, full, 'co2'))).map(({ name }) => name), ['Raum Eins', 'Raum Zwei', 'Raum Drei'])
  assert.deepEqual(await write((db) => quantitiesFor(db, school, full)), ['co2'])
})

test('blind: no name of a room in values or export until it is unblinded', async () => {
  const { school, rooms } = await planted('am-berg')
  const one = wish(school.id, rooms.slice(0, 3), { blind: true })
  await write((db) => startExperiment(db, one))
  const shown = async (): Promise<string> => {
    const experiment = await write((db) => getExperiment(db, one.id))
    const places = await write((db) => readPlaces(db, experiment, full, 'co2'))
    const words = { heads: [], quantity: String, unit: () => 'ppm', place: (_: string, place: { letter: string; name?: string | undefined }) => `${place.letter} ${place.name ?? ''}`, group: String, own: '', above: '' }
    return JSON.stringify(places) + csvOf(experiment, [{ quantity: 'co2', places }], [], words, 'comma')
  }
  assert.doesNotMatch(await shown(), /Raum/)
  for (const room of rooms) assert.doesNotMatch(await shown(), new RegExp(`thing[^,]*${room}\\b`))
  await write((db) => unblind(db, one.id))
  assert.match(await shown(), /Raum Zwei/)
})

test('published is only what the lead consented to: letters, one value for each room, and nothing after a withdrawal', async () => {
  const { school, rooms } = await planted('am-see')
  const one = wish(school.id, rooms.slice(0, 2))
  const publication = id()
  await write(async (db) => {
    await startExperiment(db, one)
    await setConclusion(db, one.id, 'Raum B ist schlechter.', '')
    await proposePublication(db, { id: publication, schoolId: school.id, kind: 'experiment', experimentId: one.id, scope: [], from: one.from, proposedBy: teacher })
    assert.equal(await proposePublication(db, { id: id(), schoolId: school.id, kind: 'experiment', experimentId: one.id, scope: [], from: one.from, proposedBy: teacher }), publication, 'one proposal at a time')
    assert.deepEqual((await listPublic(db)).filter((p) => p.id === publication), [], 'a proposal is not public')
    await decide(db, await getPublication(db, publication), 'consented', lead, full)
  })
  const [published] = (await write(listPublic)).filter((p) => p.id === publication)
  assert.deepEqual(published?.content?.places.map(({ letter, value }) => [letter, value]), [['A', 502], ['B', 602]])
  assert.doesNotMatch(JSON.stringify(published?.content?.places), /Raum|name/)
  await write(async (db) => withdraw(db, await getPublication(db, publication), lead))
  assert.deepEqual((await write(listPublic)).filter((p) => p.id === publication), [])
  assert.equal((await write((db) => getPublication(db, publication))).content, null)
})

test('what a class wrote goes when its weeks are over; of a published experiment only what was published stays', async () => {
  const { school, rooms } = await planted('am-wald')
  const over = wish(school.id, rooms.slice(0, 2), { deleteOn: plainDate(testMoment.slice(0, 10)) })
  const kept = wish(school.id, rooms.slice(0, 2), { deleteOn: plainDate(testMoment.slice(0, 10)) })
  const young = wish(school.id, rooms.slice(0, 2), { deleteOn: addDays(plainDate(testMoment.slice(0, 10)), 1) })
  const publication = id()
  await write(async (db) => {
    for (const one of [over, kept, young]) {
      await startExperiment(db, one)
      await insertGroup(db, one.id, 'otter')
      await setGroupHypothesis(db, one.id, 'otter', 'Alle gleich')
    }
    await proposePublication(db, { id: publication, schoolId: school.id, kind: 'experiment', experimentId: kept.id, scope: [], from: kept.from, proposedBy: teacher })
    await decide(db, await getPublication(db, publication), 'consented', lead, full)
  })
  while ((await write(clearExperiments)) > 0) continue
  await assert.rejects(write((db) => getExperiment(db, over.id)))
  assert.deepEqual(await write((db) => listGroups(db, kept.id)), [])
  assert.equal((await write(listPublic)).filter((p) => p.id === publication).length, 1)
  assert.equal((await write((db) => listGroups(db, young.id))).length, 1)
})

test('the port of datasets is the one the portal asks', () => assert.equal(datasetFeedPort, 'dataset-feed'))
