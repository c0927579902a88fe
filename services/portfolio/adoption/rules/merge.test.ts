import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { conflictsOf, lineEndOf, linesOf, mergeTexts, settle, type Choice } from './merge.ts'

const merged = (base: string, ours: string, theirs: string, choice?: Choice): string | undefined => settle(mergeTexts(base, ours, theirs), lineEndOf(ours), () => choice)

test('changes in different places come together', () => {
  assert.equal(merged('eins\nzwei\ndrei\nvier\n', 'EINS\nzwei\ndrei\nvier\n', 'eins\nzwei\ndrei\nVIER\nfünf\n'), 'EINS\nzwei\ndrei\nVIER\nfünf\n')
})

test('a place that both sides change is asked, and every answer is carried out', () => {
  const texts = ['a\nb\nc\n', 'a\nunser b\nc\n', 'a\nihr b\nc\n'] as const
  const [conflict, ...others] = conflictsOf(mergeTexts(...texts))
  assert.deepEqual([conflict, others.length], [{ kind: 'conflict', key: '1-1', at: 1, base: ['b'], ours: ['unser b'], theirs: ['ihr b'] }, 0])
  assert.equal(merged(...texts), undefined)
  assert.equal(merged(...texts, { take: 'ours' }), 'a\nunser b\nc\n')
  assert.equal(merged(...texts, { take: 'theirs' }), 'a\nihr b\nc\n')
  assert.equal(merged(...texts, { take: 'both' }), 'a\nunser b\nihr b\nc\n')
  assert.equal(merged(...texts, { take: 'own', text: 'neu\r\nund neu' }), 'a\nneu\nund neu\nc\n')
  assert.equal(merged(...texts, { take: 'own', text: '' }), 'a\nc\n')
})

test('line ends of ours are kept, and other line ends alone are no change', () => {
  assert.equal(merged('a\nb\nc\n', 'a\r\nb\r\nc\r\n', 'a\nb\nC\n'), 'a\r\nb\r\nC\r\n')
  assert.equal(merged('a\r\nb\r\nc', 'a\r\nX\r\nc', 'a\nY\nc\nd', { take: 'own', text: 'Z\r\nz' }), 'a\r\nZ\r\nz\r\nc\r\nd')
  assert.equal(merged('a\nb\n', 'a\r\nb\r\n', 'a\nb\n'), 'a\r\nb\r\n')
})

test('a final newline comes and goes like any change', () => {
  assert.equal(merged('a\nb', 'a\nb', 'a\nb\n'), 'a\nb\n')
  assert.equal(merged('a\nb\n', 'a\nb', 'A\nb\n', { take: 'ours' }), 'A\nb')
  assert.equal(merged('a\n', 'a\nx\n', 'a\ny\n', { take: 'both' }), 'a\nx\ny\n')
})

test('words that objects have by birth are ordinary lines', () => {
  assert.equal(merged('constructor\n__proto__\n', 'constructor\n__proto__\ntoString\n', 'valueOf\nconstructor\n__proto__\n'), 'valueOf\nconstructor\n__proto__\ntoString\n')
})

test('a text of more lines than a function takes arguments comes together', () => {
  const many = 'x\n'.repeat(300_000)
  assert.equal(merged(many, `${many}unser\n`, many), `${many}unser\n`)
})

// Few different lines, so that they repeat and move.
const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '  d', 'ä'), { maxLength: 12 }).map((lines) => lines.join('\n'))
const three = fc.tuple(text, text, text)

test('when one side is unchanged, the other one is the result', () => {
  fc.assert(fc.property(text, text, (base, changed) => merged(base, base, changed) === changed && merged(base, changed, base) === changed))
  fc.assert(fc.property(text, text, (base, changed) => merged(base, changed, changed) === changed && conflictsOf(mergeTexts(base, changed, changed)).length === 0))
})

test('the regions put together are the three texts again', () => {
  fc.assert(
    fc.property(three, ([base, ours, theirs]) => {
      const side = (pick: 'base' | 'ours' | 'theirs') =>
        mergeTexts(base, ours, theirs)
          .flatMap((region) => (region.kind === 'same' ? region.lines : region.kind === 'conflict' ? region[pick] : pick === 'base' || (region.kind !== 'both' && region.kind !== pick) ? region.base : region.lines))
          .join('\n')
      assert.deepEqual([side('base'), side('ours'), side('theirs')], [base, ours, theirs])
    }),
  )
})

test('taking ours at every question keeps what only they changed, and loses none of our lines', () => {
  fc.assert(
    fc.property(three, ([base, ours, theirs]) => {
      const result = linesOf(merged(base, ours, theirs, { take: 'ours' }) ?? '')
      const regions = mergeTexts(base, ours, theirs)
      const asked = new Set(conflictsOf(regions).flatMap((conflict) => conflict.theirs))
      const old = new Set(linesOf(base))
      for (const line of linesOf(ours)) if (!old.has(line)) assert.ok(result.includes(line), `our ${line}`)
      for (const line of linesOf(theirs)) if (!old.has(line)) assert.ok(result.includes(line) || asked.has(line), `their ${line}`)
    }),
  )
})

test('each line that a side has added is in the result or in a question; with both at every question all are there', () => {
  const count = (lines: readonly string[], line: string) => lines.filter((one) => one === line).length
  fc.assert(
    fc.property(three, ([base, ours, theirs]) => {
      const result = linesOf(merged(base, ours, theirs, { take: 'both' }) ?? '')
      for (const side of [ours, theirs])
        for (const line of new Set(linesOf(side))) if (count(linesOf(side), line) > count(linesOf(base), line) && count(linesOf(base), line) === 0) assert.ok(count(result, line) >= count(linesOf(side), line), JSON.stringify({ base, ours, theirs, line }))
    }),
  )
})

test('sides may be exchanged', () => {
  fc.assert(fc.property(three, ([base, ours, theirs]) => merged(base, ours, theirs, { take: 'ours' }) === merged(base, theirs, ours, { take: 'theirs' })))
})
