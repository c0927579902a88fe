import assert from 'node:assert/strict'
import { get } from 'node:http'
import { after, before, test } from 'node:test'
import { type UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate, partsOf } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import { clearAlarm } from '../alarm/raise.ts'
import { stories } from '../demo/stories.ts'
import { consumptionAt, consumptionOf, measuredShare, meteringOf } from '../meter/consumption.ts'
import { watchMeter } from '../meter/jobs.ts'
import { listMeterPoints } from '../meter/queries.ts'
import { getSchool } from '../store/queries.ts'
import { yearStatement } from './account.ts'
import { listClosedYears } from './queries.ts'
import { schoolYear } from './read.ts'
import { differences } from './rules/statement.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['smart-school'] })
})
after(() => town.close())
const now = new Date()
const today = localDate(now)
const read = <T>(work: (db: UnitOfWork) => Promise<T>) => town.running.platform.database.unit({ tenant: 'aachen', service: 'smart-school', access: 'read', now }, work)
const everybody = { audiences: ['public'], schoolIds: [] } as const

test('the exchanged meter of the demonstration shows no jump on its day', async () => {
  const days = await read(async (db) => {
    const school = await getSchool(db, stories.meterExchange.school)
    const point = (await listMeterPoints(db, school.id)).find(({ quantity }) => quantity === 'electricity')
    return point ? await consumptionOf(db, point.id, addDays(today, -stories.meterExchange.days - 7), addDays(today, -stories.meterExchange.days + 7), 'day') : []
  })
  assert.equal(days.length, 14)
  for (const { amount, covered, hours } of days) assert.ok(amount > 0 && amount < 2_000 && covered === hours, `${amount} kWh, ${covered} of ${hours} hours`)
})

test('the workshops of the demonstration have a meter of two tariffs, and each hour of its year is in one of them', async () => {
  const shown = await read(async (db) => {
    const school = await getSchool(db, 'bk-alsdorf')
    const point = (await listMeterPoints(db, school.id)).find(({ name }) => name === 'Stromzähler Werkstätten')
    if (!point) return []
    const metering = await meteringOf(db, point.id)
    const week = async (code?: string) => (await consumptionAt(db, metering, addDays(today, -14), addDays(today, -7), 'week', code)).reduce((sum, { amount }) => sum + amount, 0)
    return [metering.registers.map(({ code, channel }) => [code, channel]), await week('day'), await week('night'), await week(), await measuredShare(db, metering, addDays(today, -14), today)] as const
  })
  const [registers, high = 0, low = 0, both = 0, share] = shown
  assert.deepEqual(registers, [['day', '1.8.1'], ['night', '1.8.2']])
  assert.ok(high > 0 && low > 0 && Math.abs(high + low - both) < 0.01, `${high} and ${low} of ${both} kWh`)
  assert.equal(share, 1)
})

test('a closed year says today what it said when it was paid', async () => {
  const { closed, statement } = await read(async (db) => {
    const school = await getSchool(db, 'ggs-roetgen')
    return { closed: await listClosedYears(db, school.id), statement: await yearStatement(db, school, everybody, partsOf(today).year - 2) }
  })
  assert.equal(closed.length, 1)
  assert.ok(statement?.closed && statement.closed.payoutCents > 0)
  assert.deepEqual(differences(statement.closed.lines, statement.lines), [])
})

test('a school has values for heat, electricity and water beside limits', async () => {
  const year = await read(async (db) => schoolYear(db, await getSchool(db, 'ggs-roetgen'), everybody, today))
  assert.deepEqual(year.quantities.map(({ quantity }) => quantity), ['heat', 'electricity', 'water'])
  for (const { index, bounds, quantity } of year.quantities) {
    assert.ok(index && bounds, quantity)
    assert.ok(index.value > bounds.target / 4 && index.value < bounds.limit * 2, `${quantity}: ${index.value}`)
  }
  assert.ok(year.weather.own + year.weather.neighbour > 300, JSON.stringify(year.weather))
})

test('pages are there for everybody, the account for the people of the school, the ranking for energy managers', async () => {
  // Node resolves no names below localhost; the town is told by the host of the request.
  const status = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      get({ host: 'localhost', port: town.running.port, path, headers: { host: `aachen.localhost:${town.running.port}` } }, (answer) => resolve(answer.resume().statusCode)).on('error', reject)
    })
  assert.equal(await status('/smart-school/school/ggs-roetgen/energy'), 200)
  for (const by of ['day', 'week', 'year']) assert.equal(await status(`/smart-school/school/kgs-barbaraschule/energy?by=${by}&quantity=electricity`), 200)
  const point = await read(async (db) => (await listMeterPoints(db, (await getSchool(db, 'kgs-barbaraschule')).id))[1]?.id)
  assert.equal(await status(`/smart-school/meter/${point}`), 200)
  const tariffs = await read(async (db) => (await listMeterPoints(db, (await getSchool(db, 'bk-alsdorf')).id)).find(({ name }) => name === 'Stromzähler Werkstätten')?.id)
  for (const path of [`/smart-school/meter/${tariffs}`, '/smart-school/school/bk-alsdorf/energy?by=day&quantity=electricity']) assert.equal(await status(path), 200)
  assert.notEqual(await status('/smart-school/school/ggs-roetgen/fifty-fifty'), 200)
  assert.notEqual(await status('/smart-school/energy'), 200)
})

test('each morning the meters of the demonstration are found that use power at night or lose water; a meter that does not is left alone', async () => {
  const found = await town.running.platform.database.unit({ tenant: 'aachen', service: 'smart-school', access: 'write', now }, async (db) => {
    const raised: string[] = []
    for (const [slug, quantity, kind] of [[stories.nightLoad.school, 'electricity', 'base-load'], [stories.runningToilet.school, 'water', 'flow-leak'], ['ggs-roetgen', 'water', 'flow-leak']] as const) {
      const point = (await listMeterPoints(db, (await getSchool(db, slug)).id)).find((one) => one.quantity === quantity)
      if (!point) continue
      await watchMeter(db, point, today)
      // Clearing says whether there was one.
      if (await clearAlarm(db, kind, `meter:${point.id}`)) raised.push(slug)
    }
    return raised
  })
  assert.deepEqual(found, [stories.nightLoad.school, stories.runningToilet.school])
})
