import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threadRoutes } from './routes.ts'

test('no route of the anonymous person knows a session, an address or a limit for one, or carries a case in its address', () => {
  const person = threadRoutes.filter(({ path }) => path.startsWith('/help-chat/app/'))
  assert.ok(person.length >= 9)
  for (const { path, access, traceless, rate } of person) {
    assert.deepEqual([access, traceless, rate], ['anyone', true, undefined], path)
    assert.ok(!/:(case|lookup|secret)/.test(path), path)
  }
})

test('every other route asks for the role of a confidant, but for the calendar, whose address is its key', () => {
  const others = threadRoutes.filter(({ path }) => !path.startsWith('/help-chat/app/'))
  assert.deepEqual(others.filter(({ access }) => access !== 'case.serve').map(({ path }) => path), ['/help-chat/calendar/:token'])
})
