import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachOf } from '../protection/rules.ts'
import { schoolCrumbs, schoolLinks } from './frame.ts'

const school = { id: 7, slug: 'gs-breinig' }
const pagesOf = (roles: readonly string[], own: readonly number[]): string[] => schoolLinks(school, reachOf(roles, own)).map(({ page }) => page)

test('guests and people of other schools find what is public, people of the school its rooms, its caretaker the doors', () => {
  assert.deepEqual(pagesOf([], []), ['overview', 'energy', 'lessons'])
  assert.deepEqual(pagesOf(['teacher'], [3]), ['overview', 'energy', 'lessons'])
  assert.deepEqual(pagesOf(['teacher'], [7]), ['overview', 'rooms', 'air', 'energy', 'water', 'alarms', 'lessons'])
  assert.ok(pagesOf(['caretaker'], [7]).includes('safety'))
  assert.ok(pagesOf(['school-technician'], []).includes('safety'))
})

test('addresses and crumbs lead back to the school', () => {
  assert.equal(schoolLinks(school, reachOf([], []))[1]?.href, '/smart-school/school/gs-breinig/energy')
  assert.deepEqual(schoolCrumbs('S', { slug: 'x', name: 'X' }, 'Luft').map(({ href }) => href), ['/smart-school', '/smart-school/school/x', undefined])
})
