import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupMeans, leastRooms, type Window } from './group-rules.ts'
import { actsAt, audienceAt, audienceOf, isCloser, isStaffAt, isWider, keepDaysOf, keepDaysOfSeries, leavesDaily, mayBePublic, mayRead, reachOf, resolutionOf, viewsOf, worksFor } from './rules.ts'

test('guests see what is public; teachers their own school; caretakers also the building; energy management days of the air', () => {
  const guest = reachOf([], [])
  const teacher = reachOf(['teacher'], [3])
  const energy = { ...reachOf(['energy-manager'], []), views: viewsOf(['energy-manager'], []) }
  assert.ok(mayRead(guest, { audience: 'public', schoolId: 3 }) && !mayRead(guest, { audience: 'school', schoolId: 3 }))
  assert.ok(mayRead(teacher, { audience: 'school', schoolId: 3, quantity: 'co2' }) && !mayRead(teacher, { audience: 'school', schoolId: 4, quantity: 'co2' }))
  assert.ok(!mayRead(teacher, { audience: 'staff', schoolId: 3, quantity: 'motion' }))
  assert.ok(mayRead(reachOf(['caretaker'], [3]), { audience: 'staff', schoolId: 3, quantity: 'motion' }))
  assert.equal(resolutionOf(energy, { audience: 'school', schoolId: 4, quantity: 'co2' }), 'day')
  assert.equal(resolutionOf(energy, { audience: 'school', schoolId: 4, quantity: 'temperature' }), 'raw')
  assert.ok(worksFor(energy, 4))
})

test('who works for the town in one task and for a school in another sees closely at that school only', () => {
  const both = reachOf(['energy-manager', 'caretaker'], [3])
  const reach = { ...both, views: viewsOf(['energy-manager', 'caretaker'], []), elsewhere: { ...both.elsewhere, audiences: both.elsewhere?.audiences ?? [], ownIds: both.elsewhere?.ownIds ?? [], views: viewsOf(['energy-manager'], []) } }
  const at = (schoolId: number | null, audience: 'school' | 'staff', quantity: 'co2' | 'motion' | 'temperature') => resolutionOf(reach, { audience, schoolId, quantity })
  assert.deepEqual([at(3, 'staff', 'motion'), at(4, 'staff', 'motion'), at(null, 'staff', 'motion')], ['raw', 'none', 'none'])
  assert.deepEqual([at(3, 'school', 'co2'), at(4, 'school', 'co2'), at(4, 'school', 'temperature')], ['raw', 'day', 'raw'])
  assert.ok(worksFor(both, 3) && worksFor(both, 4))
  assert.deepEqual([3, 4].map((schoolId) => isStaffAt(both, schoolId)), [true, false])
  assert.deepEqual([3, 4].map((schoolId) => actsAt(both, schoolId)), [true, false], 'flushing water is a caretaker\'s task, and of school 3 only')
  assert.ok(actsAt(reachOf(['school-technician', 'teacher'], [3]), 4) && actsAt(reachOf(['energy-manager'], []), 4) && !actsAt(reachOf(['caretaker'], [3]), 4))
  assert.deepEqual([isStaffAt(reachOf(['school-technician'], []), 4), isStaffAt(reachOf(['caretaker'], [3]), 4), isStaffAt(reachOf([], []), 4)], [true, false, false])
  assert.ok(!mayRead(reachOf(['energy-manager', 'caretaker'], []), { audience: 'staff', schoolId: 3, quantity: 'motion' }), 'a caretaker of no school')
  assert.ok(mayRead(reachOf(['school-technician', 'teacher'], [3]), { audience: 'staff', schoolId: 4, quantity: 'motion' }))
})

test('nobody reads a sealed series, whatever their roles and whatever a town decided', () => {
  const roles = fc.subarray(['teacher', 'caretaker', 'school-lead', 'school-technician', 'energy-manager', 'town-admin', 'operator'])
  fc.assert(fc.property(roles, fc.array(fc.integer({ min: 1, max: 9 })), fc.integer({ min: 1, max: 9 }), (who, schools, schoolId) => assert.equal(resolutionOf(reachOf(who, schools), { audience: 'sealed', schoolId, quantity: 'co2' }), 'none')))
})

test('of several roles the closest view counts; a town can narrow it', () => {
  const at = new Date(0)
  assert.equal(viewsOf(['energy-manager', 'school-technician'], []).size, 0)
  assert.equal(viewsOf(['teacher'], [{ role: 'teacher', quantity: 'co2', resolution: 'lesson', reason: '', changedAt: at }]).get('co2'), 'lesson')
  assert.ok(isCloser('day', 'raw') && !isCloser('raw', 'lesson') && !isCloser('none', 'none'))
})

test('what tells who was there is never public; wider is what more people see', () => {
  for (const quantity of ['co2', 'motion', 'occupancy', 'contact', 'sound'] as const) assert.ok(!mayBePublic(quantity))
  assert.ok(isWider('staff', 'school') && isWider('sealed', 'staff') && !isWider('public', 'school'))
  assert.equal(audienceOf('co2', [{ quantity: 'co2', audience: 'staff', keepDays: null, reason: '', changedAt: new Date(0) }]), 'staff')
  assert.equal(audienceAt({ kind: 'outdoor', sealed: false }, 'school'), 'public')
  assert.equal(audienceAt({ kind: 'room', sealed: true }, 'school'), 'sealed')
  assert.equal(audienceAt({ kind: 'room', sealed: true }, 'public'), 'public')
})

test('the shortest time counts; counters stay; of movement and sealed rooms no daily value is left', () => {
  assert.equal(keepDaysOf('motion', []), 30)
  assert.equal(keepDaysOf('heat', [{ quantity: 'heat', audience: null, keepDays: 3, reason: '', changedAt: new Date(0) }]), null)
  assert.equal(keepDaysOf('co2', [{ quantity: 'co2', audience: null, keepDays: 0, reason: '', changedAt: new Date(0) }]), null)
  assert.equal(keepDaysOfSeries({ quantity: 'co2', audience: 'school', keepDays: 20 }, []), 20)
  assert.equal(keepDaysOfSeries({ quantity: 'co2', audience: 'sealed', keepDays: null }, []), 30)
  assert.ok(leavesDaily({ quantity: 'temperature', audience: 'school' }))
  for (const series of [{ quantity: 'motion', audience: 'staff' }, { quantity: 'co2', audience: 'sealed' }, { quantity: 'heat', audience: 'public' }] as const) assert.ok(!leavesDaily(series))
})

const day = (rooms: Readonly<Record<number, readonly (number | null)[]>>): Window<number>[] =>
  (Object.values(rooms)[0] ?? []).map((_, window) => ({ window, rooms: Object.entries(rooms).map(([id, means]) => ({ thingId: Number(id), mean: means[window] ?? null })) }))

test('three sealed rooms have a mean, two have none; a room that comes or goes during a day counts in no lesson of it', () => {
  assert.deepEqual(groupMeans(day({ 1: [600, 900], 2: [700, 1_000], 3: [800, 1_100] }), 50).map(({ mean, rooms }) => [mean, rooms]), [[700, 3], [1_000, 3]])
  assert.deepEqual(groupMeans(day({ 1: [600], 2: [700] }), 50), [{ window: 0, mean: null, rooms: 0 }])
  assert.deepEqual(groupMeans(day({ 1: [600, 600], 2: [700, 700], 3: [800, 800], 4: [null, 2_000] }), 50).map(({ mean }) => mean), [700, 700])
  assert.deepEqual(groupMeans(day({ 1: [600, 600], 2: [700, 700], 3: [800, null] }), 50).map(({ mean }) => mean), [null, null], 'and no lesson is shown when that leaves two')
})

/** What an attacker who keeps everything can do: subtract two published sums of one day. Rooms that are in exactly one of them. */
test('nothing published can be subtracted from anything else to leave fewer than three rooms', () => {
  const means = fc.array(fc.option(fc.integer({ min: 400, max: 3_000 })), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(means, { minLength: 1, maxLength: 7 }), (rooms) => {
      const windows = day(Object.fromEntries(rooms.map((room, id) => [id, room])))
      const shown = groupMeans(windows, 1).filter(({ mean }) => mean !== null)
      for (const { rooms: size } of shown) assert.ok(size >= leastRooms)
      // All windows of a day speak of the same rooms: the difference of two is a difference of times, never one of rooms.
      assert.ok(new Set(shown.map(({ rooms: size }) => size)).size <= 1)
      const fixed = rooms.filter((room) => room.every((mean) => mean !== null)).length
      for (const { rooms: size } of shown) assert.equal(size, fixed)
    }),
  )
})

test('overnight a room more or less moves the rounded mean by no more than its rounding hides', () => {
  // The worst case for the people in it: levels stand still, one room of four is switched off. Its own level is then only known to about 4 x 50 ppm.
  const four = groupMeans(day({ 1: [420], 2: [430], 3: [440], 4: [510] }), 50)[0]?.mean ?? 0
  const three = groupMeans(day({ 1: [420], 2: [430], 3: [440] }), 50)[0]?.mean ?? 0
  const guess = four * 4 - three * 3
  assert.ok(Math.abs(guess - 510) > 50, `a guess of ${guess} would be too good`)
})
