import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changeWithin, isShown, mayChange, threadsOf } from './rules.ts'
import type { Post, PostState } from './schema.ts'

const now = new Date('2026-03-04T10:00:00Z')
const post = (change: Partial<Post>): Post => ({ id: 'a', datasetId: 'd', parentId: null, kind: 'question', text: 'Was heißt das?', accountId: 'mia', fromOffice: false, state: 'open', hiddenReason: null, createdAt: now, editedAt: null, ...change })

test('the writer can change a post for half an hour, and nobody else ever', () => {
  const later = (ms: number): Date => new Date(now.getTime() + ms)
  assert.equal(mayChange(post({}), 'mia', later(changeWithin)), true)
  assert.equal(mayChange(post({}), 'mia', later(changeWithin + 1)), false)
  assert.equal(mayChange(post({}), 'otto', now), false)
  assert.equal(mayChange(post({}), undefined, now), false)
  assert.equal(mayChange(post({ accountId: null }), undefined, now), false)
  assert.equal(mayChange(post({ state: 'hidden' }), 'mia', now), false)
})

test('a hidden post stays as a gap while somebody has answered, and goes with the last answer', () => {
  const hidden = post({ state: 'hidden' })
  const answer = post({ id: 'b', parentId: 'a', kind: 'answer' })
  assert.deepEqual(threadsOf([hidden, answer]).map(({ post: { id } }) => id), ['a'])
  assert.deepEqual(threadsOf([hidden, { ...answer, state: 'removed' }]), [])
})

test('threads hold every shown answer of a post that is there, once', () => {
  const states = fc.constantFrom<PostState>('open', 'answered', 'mended', 'hidden', 'removed')
  const anyPosts = fc.array(fc.record({ parent: fc.option(fc.integer({ min: 0, max: 4 })), state: states, at: fc.integer({ min: 0, max: 1_000 }) }), { maxLength: 30 })
  fc.assert(
    fc.property(anyPosts, (rows) => {
      const roots = Array.from({ length: 5 }, (_, at) => post({ id: `root-${at}`, createdAt: new Date(at) }))
      const posts = [...roots, ...rows.map(({ parent, state, at }, index) => post({ id: `post-${index}`, parentId: parent === null ? null : `root-${parent}`, state, createdAt: new Date(at) }))]
      const shown = threadsOf(posts).flatMap(({ answers }) => answers.map(({ id }) => id))
      assert.deepEqual(shown.toSorted(), posts.filter((one) => one.parentId !== null && isShown(one)).map(({ id }) => id).toSorted())
    }),
  )
})
