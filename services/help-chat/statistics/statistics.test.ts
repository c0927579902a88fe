import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { attack, protectionWidth, readCounts, sql, type Publication, type UnitOfWork } from '@modellregion/kernel'
import { localDate, plainDate } from '@modellregion/standards'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { onlyDay } from '../thread/only-day.ts'
import { closeCase, closeSurvey, insertCase } from '../thread/queries/case.ts'
import { countCase, countClosed, countFirstAnswer, countReport, countReturn, countSurvey } from './counters.ts'
import { publishStatistics } from './publish.ts'
import { listPublications } from './queries.ts'
import { statistics, topics, type StatisticId } from './schema.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

const at = (moment: string) => new Date(`${moment}T10:14:37Z`)
const unit = <T>(now: Date, work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.database.unit({ tenant, service: 'help-chat', access: 'write', now }, work)
const counters = (tenant = 'erlenau') => unit(at('2026-06-01'), (db) => db.many<Record<string, unknown>>(sql`select * from platform.counter where tenant_id = ${db.tenant} order by statistic, key`), tenant)
const publishedOf = async (id: StatisticId, tenant = 'erlenau'): Promise<Publication> => {
  const found = (await unit(at('2026-06-01'), listPublications, tenant)).find(({ statistic }) => statistic === id)
  assert.ok(found)
  return found.publication
}
const months = ['2026-01', '2026-02', '2026-03', '2026-04']

test('what is counted is a month and a category, and adds up', async () => {
  const now = at('2026-03-04')
  await unit(now, async (db) => {
    await countCase(db, { topic: 'bullying' })
    await countCase(db, { topic: 'bullying' })
    await countCase(db, { topic: 'my boss in room 12' })
    await countFirstAnswer(db, 'same-day')
    await countReturn(db, 'more')
    await countClosed(db, 'report')
    await countReport(db)
    await countSurvey(db, { helped: 'yes', again: 'unsure' })
  })
  const rows = await counters()
  assert.deepEqual(rows.map((row) => [row['statistic'], row['key'], Number(row['count'])]), [
    ['closed', ['report'], 1],
    ['first-answer', ['same-day'], 1],
    ['report', ['declared'], 1],
    ['return', ['more'], 1],
    ['survey-again', ['unsure'], 1],
    ['survey-helped', ['yes'], 1],
    ['topic', ['bullying'], 2],
    ['topic', ['other'], 1],
  ])
  assert.doesNotMatch(JSON.stringify(rows), /room 12|10:14|2026-03-04/)
  assert.deepEqual(await unit(now, (db) => readCounts(db, 'topic', plainDate('2026-03-01'), plainDate('2026-03-31'))), [{ key: ['bullying'], count: 2 }, { key: ['other'], count: 1 }])
})

test('what was rolled back was not counted', async () => {
  const before = JSON.stringify(await counters())
  await assert.rejects(
    unit(at('2026-03-05'), async (db) => {
      await countCase(db, { topic: 'health' })
      throw new Error('the case was refused')
    }),
    /refused/,
  )
  assert.equal(JSON.stringify(await counters()), before)
})

test('the survey writes counters and takes the flag of the case, nothing else, and once', async () => {
  const id = '0b0d8f9e-1c1d-4c0a-9c66-0123456789ab'
  const now = at('2026-03-06')
  const day = localDate(now)
  await unit(now, async (db) => {
    await insertCase(onlyDay(db), { id, lookupHash: Buffer.alloc(32, 7), signKey: 's', boxKey: 'b', day })
    await closeCase(db, id, day, day)
  })
  const answer = () =>
    unit(now, async (db) => {
      if ((await closeSurvey(db, id)) === 0) return false
      await countSurvey(db, { safe: 'no' })
      return true
    })
  assert.deepEqual([await answer(), await answer()], [true, false])
  assert.equal((await counters()).filter(({ statistic }) => statistic === 'survey-safe').length, 1)
  const row = await unit(now, (db) => db.one<Record<string, unknown>>(sql`select * from help_chat.case_file where tenant_id = ${db.tenant} and id = ${id}`))
  assert.equal(row['survey_open'], false)
})

test('month after month nobody computes a small number from what is published', async () => {
  const tenant = 'hohenau'
  const town = (await temporary.unit('erlenau', 'help-chat', (db) => db.many<{ id: string }>(sql`select distinct tenant_id as id from platform.counter`))).length // the two towns share nothing
  assert.equal(town, 1)
  const draws = fc.sample(fc.array(fc.tuple(fc.constantFrom(...topics), fc.integer({ min: 1, max: 9 })), { minLength: 4, maxLength: 7 }), { numRuns: months.length, seed: 5 })
  const truth = new Map<string, number>()
  let before: Publication | undefined
  for (const [n, month] of months.entries()) {
    await unit(at(`${month}-15`), async (db) => {
      for (const [topic, times] of draws[n] ?? []) for (let time = 0; time < times; time++) await countCase(db, { topic })
    }, tenant)
    const next = n === 11 ? '2027-01' : `2026-${String(n + 2).padStart(2, '0')}`
    await unit(at(`${next}-02`), (db) => publishStatistics(db, localDate(db.now)), tenant)
    await unit(at(`${next}-02`), (db) => publishStatistics(db, localDate(db.now)), tenant) // once more: nothing changes
    for (const [topic, times] of draws[n] ?? []) truth.set(topic, (truth.get(topic) ?? 0) + times)
    const publication = await publishedOf('topic', tenant)
    for (const { place, said } of publication.table.entries) if ('shown' in said && said.shown > 0) assert.ok(said.shown >= 5, `${place} shows ${said.shown}`)
    for (const { place, range } of attack(publication.table, ([category]) => category !== null)) {
      const said = publication.table.entries.find((entry) => JSON.stringify(entry.place) === JSON.stringify(place))?.said
      if (said && 'suppressed' in said && said.suppressed === 'small') assert.ok(range.high - range.low + 1 >= protectionWidth(publication.table), `${place} is between ${range.low} and ${range.high}`)
    }
    const shown = (one: Publication | undefined) => new Map(one?.table.entries.flatMap(({ place, said }) => ('shown' in said ? [[JSON.stringify(place), said.shown]] : [])))
    const [then, now] = [shown(before), shown(publication)]
    for (const [place, value] of now) {
      const grew = value - (then.get(place) ?? value)
      assert.ok(grew === 0 || grew >= 5, `${place} grew by ${grew}`)
    }
    before = publication
  }
  const last = await publishedOf('topic', tenant)
  assert.equal(last.asOf, plainDate('2026-04-30'), 'a rare category holds nothing back')
  for (const { place: [category], said } of last.table.entries) {
    const really = truth.get(category ?? '') ?? 0
    if ('shown' in said && category) assert.ok(said.shown <= really && really - said.shown < 5, `${category}: ${said.shown} of ${really}`)
  }
})

test('every statistic is published, also when nothing was counted', async () => {
  await unit(at('2026-05-02'), (db) => publishStatistics(db, localDate(db.now)))
  const all = await unit(at('2026-05-02'), listPublications)
  assert.deepEqual(all.map(({ statistic }) => statistic).toSorted(), statistics.map(({ id }) => id).toSorted())
  assert.ok(all.every(({ publication }) => publication.asOf === plainDate('2026-04-30')))
})

test('a category that is on no list is a mistake of the caller', async () => {
  // A caller without types, such as a browser's text that slipped through.
  await assert.rejects(unit(at('2026-03-04'), (db) => countFirstAnswer(db, 'yesterday' as 'same-day')), RangeError)
})
