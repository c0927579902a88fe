import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMarkdown } from './markdown.ts'

const read = (text: string) => readMarkdown(`---\ntitle: x\n---\n${text}`)

test('a paragraph may begin with what is bold', () => {
  assert.deepEqual(read('**Wichtig:** lesen').blocks, [{ kind: 'paragraph', pieces: [{ kind: 'strong', text: 'Wichtig:' }, { kind: 'text', text: ' lesen' }] }])
})

test('a mark without a text is refused with its line', () => {
  for (const line of ['#x', '## ', '- ', '1. ', '#']) assert.throws(() => read(`Text\n\n${line}`), /line 6|line 5/, line)
})

test('any text is read or refused, and soon', { timeout: 20_000 }, () => {
  const line = fc.oneof(fc.constantFrom('#', '## ', '- ', '1. ', '|', '|---|', '```', '**', '> ', '', 'Text', '- x', '  more', '| a | b |', '[x](https://a.b)'), fc.string({ maxLength: 12 }))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      try {
        read(lines.join('\n'))
      } catch (error) {
        assert.ok(error instanceof SyntaxError, String(error))
      }
    }),
    { numRuns: 500 },
  )
})
