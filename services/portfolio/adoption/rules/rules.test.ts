import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ReuseFile } from '@modellregion/contracts'
import { plainDate } from '@modellregion/standards'
import { figuresOf } from './figures.ts'
import { countsOf, piecesOf } from './lines.ts'
import { mergeFiles, openQuestions, settleFiles } from './merge-files.ts'
import { mergeTexts } from './merge.ts'
import { evidenceOf, scoreOf } from './score.ts'
import { canTake, standingOf } from './standing.ts'

const file = (path: string, text: string): ReuseFile => ({ path, mediaType: 'text/markdown', text })
const image = (path: string, base64: string): ReuseFile => ({ path, mediaType: 'image/png', base64 })

test('files are added, changed and removed by either side without a question', () => {
  const base = [file('a', '1'), file('b', '1'), file('c', '1'), file('d', '1')]
  const ours = [file('a', '2'), file('b', '1'), file('c', '1'), file('ours', 'neu')]
  const theirs = [file('a', '1'), file('b', '2'), file('d', '1'), file('theirs', 'neu')]
  const merges = mergeFiles(base, ours, theirs)
  assert.deepEqual(openQuestions(merges), [])
  assert.deepEqual(settleFiles(merges, () => undefined), [file('a', '2'), file('b', '2'), file('ours', 'neu'), file('theirs', 'neu')])
})

test('a picture that both changed, and a text that one removed and the other changed, are asked as a whole', () => {
  const merges = mergeFiles([image('p', 'AA'), file('t', '1')], [image('p', 'BB')], [image('p', 'CC'), file('t', '2')])
  assert.deepEqual(openQuestions(merges), [{ path: 'p', key: 'whole' }, { path: 't', key: 'whole' }])
  assert.equal(settleFiles(merges, () => undefined), undefined)
  assert.deepEqual(settleFiles(merges, () => ({ take: 'ours' })), [image('p', 'BB')])
  assert.deepEqual(settleFiles(merges, () => ({ take: 'theirs' })), [image('p', 'CC'), file('t', '2')])
})

test('when one side is unchanged, the files of the other one are the result', () => {
  const files = fc.uniqueArray(fc.record({ path: fc.constantFrom('a', 'b', 'c'), text: fc.constantFrom('', '1', '1\n2', '2') }), { selector: ({ path }) => path }).map((all) => all.map(({ path, text }) => file(path, text)).toSorted((a, b) => (a.path < b.path ? -1 : 1)))
  fc.assert(
    fc.property(files, files, (base, other) => {
      assert.deepEqual(settleFiles(mergeFiles(base, base, other), () => undefined), other)
      assert.deepEqual(settleFiles(mergeFiles(base, other, base), () => undefined), other)
      assert.deepEqual(settleFiles(mergeFiles(base, other, other), () => undefined), other)
    }),
  )
})

test('what nobody changed is left out, and lines have their numbers', () => {
  const base = Array.from({ length: 20 }, (_, at) => `Zeile ${at + 1}`)
  const regions = mergeTexts([...base, ''].join('\n'), [...base.with(9, 'unsere Zeile'), ''].join('\n'), [...base, 'Zeile 21', ''].join('\n'))
  const pieces = piecesOf(regions)
  assert.deepEqual(pieces.map((piece) => (piece.kind === 'skipped' ? piece.count : piece.kind === 'lines' ? piece.lines.map(({ mark, by, old, fresh }) => [mark, by, old, fresh]) : piece.key)), [
    6,
    [['same', null, 7, 7], ['same', null, 8, 8], ['same', null, 9, 9], ['removed', 'ours', 10, null], ['added', 'ours', null, 10], ['same', null, 11, 11], ['same', null, 12, 12], ['same', null, 13, 13]],
    4,
    [['same', null, 18, 18], ['same', null, 19, 19], ['same', null, 20, 20], ['added', 'theirs', null, 21]],
  ])
  assert.deepEqual([countsOf(regions, 'ours'), countsOf(regions, 'theirs')], [{ added: 1, removed: 1 }, { added: 1, removed: 0 }])
})

test('how a thing stands to its original', () => {
  const sides = { state: 'running', isServed: true, ours: 'same', theirs: 'same' } as const
  assert.equal(standingOf(sides), 'current')
  assert.equal(standingOf({ ...sides, theirs: 'changed' }), 'upstream')
  assert.equal(standingOf({ ...sides, ours: 'changed' }), 'ours')
  assert.equal(standingOf({ ...sides, ours: 'changed', theirs: 'changed' }), 'both')
  assert.equal(standingOf({ ...sides, theirs: 'none' }), 'gone')
  assert.equal(standingOf({ ...sides, ours: 'none' }), 'lost')
  assert.equal(standingOf({ ...sides, ours: 'none', isServed: false }), 'unserved', 'what cannot be seen is not deleted')
  assert.equal(standingOf({ ...sides, state: 'installing', ours: 'none' }), 'installing')
  assert.deepEqual([canTake('upstream', 'changed'), canTake('ours', 'same'), canTake('lost', 'same'), canTake('lost', 'none')], [true, false, true, false])
})

const running = { state: 'running', since: plainDate('2026-01-15'), effortDays: null, onceCents: null, yearlyCents: null, contactOffice: '', contactEmail: null } as const

test('evidence is what happened, and time counts from the day on', () => {
  assert.deepEqual(evidenceOf(running, undefined, 0, plainDate('2026-07-14')), ['running'])
  assert.deepEqual(evidenceOf(running, { state: 'running', updates: 2, merges: 1 }, 1, plainDate('2026-07-15')), ['running', 'installed', 'updated', 'merged', 'reported', 'running-6'])
  assert.deepEqual(evidenceOf({ ...running, effortDays: 0, contactOffice: 'Schulamt', contactEmail: 'schule@example.org' }, undefined, 0, plainDate('2027-01-15')), ['running', 'reported', 'contact', 'running-6', 'running-12'])
  assert.deepEqual(evidenceOf({ ...running, state: 'planned' }, { state: 'running', updates: 1, merges: 1 }, 1, plainDate('2027-01-15')), [])
})

test('towns without a name count from three on, and below nobody can see whether there is one', () => {
  const of = (named: number, unnamed: number) => scoreOf([...Array.from({ length: named }, (_, at) => ({ townHash: `n${at}`, kind: 'installed' as const, named: true })), ...Array.from({ length: unnamed }, (_, at) => ({ townHash: `u${at}`, kind: 'installed' as const, named: false }))])
  assert.deepEqual(of(0, 0), { points: 0, score: 0, towns: 0, unnamed: null })
  assert.deepEqual(of(1, 0), { points: 10, score: 9, towns: 1, unnamed: null })
  assert.deepEqual(of(1, 2), of(1, 0))
  assert.deepEqual(of(1, 3), { points: 40, score: 28, towns: 4, unnamed: 3 })
})

test('more evidence never lowers a score, and each town counts once for each kind', () => {
  const evidence = fc.array(fc.record({ townHash: fc.constantFrom('a', 'b', 'c', 'd'), kind: fc.constantFrom('installed', 'updated', 'reported'), named: fc.constant(true) }), { maxLength: 20 })
  fc.assert(
    fc.property(evidence, evidence, (some, more) => {
      assert.ok(scoreOf([...some, ...more]).score >= scoreOf(some).score)
      assert.deepEqual(scoreOf([...some, ...some]), scoreOf(some))
      assert.ok(scoreOf([...some, ...more]).score < 100)
    }),
  )
})

test('a median needs three reports', () => {
  assert.equal(figuresOf([1, null, 2]), undefined)
  assert.deepEqual(figuresOf([7, 1, null, 4]), { median: 4, least: 1, most: 7, count: 3 })
  assert.deepEqual(figuresOf([1, 2, 3, 5]), { median: 3, least: 1, most: 5, count: 4 })
})
