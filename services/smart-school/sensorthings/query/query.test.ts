import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../refusal.ts'
import type { Expression, Options } from './ast.ts'
import { readOptions } from './options.ts'
import { printExpression, printOptions } from './print.ts'

const option = (name: string, text: string): Options => readOptions(`${name}=${encodeURIComponent(text)}`)
const filter = (text: string): Expression => option('$filter', text).filter ?? assert.fail()
// Places are for messages; trees are compared without them.
const bare = <T>(value: T): T => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'at' ? undefined : inner))) as T

test('operators bind as the standard says', () => {
  const trees: [string, string][] = [
    ['a eq 1 or b eq 2 and c eq 3', "((a) eq (1)) or (((b) eq (2)) and ((c) eq (3)))"],
    ['not a eq 1 and b eq 2', '(not ((a) eq (1))) and ((b) eq (2))'],
    ['1 add 2 mul 3 sub 4 eq 3', '(((1) add ((2) mul (3))) sub (4)) eq (3)'],
    ['(1 add 2) mul 3 gt -result', '(((1) add (2)) mul (3)) gt (-(result))'],
    ["name in ('a','b')", "(name) in ('a','b')"],
  ]
  for (const [text, tree] of trees) assert.equal(printExpression(filter(text)), tree, text)
})

test('literals of every kind', () => {
  const literal = (text: string) => {
    const found = filter(`x eq ${text}`)
    return found.kind === 'binary' && found.right.kind === 'literal' ? [found.right.type, found.right.value] : assert.fail(text)
  }
  assert.deepEqual(literal("'it''s'"), ['text', "it's"])
  assert.deepEqual(literal('-1.5e3'), ['number', -1500])
  assert.deepEqual(literal('true'), ['boolean', true])
  assert.deepEqual(literal('null'), ['null', null])
  assert.deepEqual(literal('2026-03-10T09:00:00+01:00'), ['moment', '2026-03-10T09:00:00+01:00'])
  assert.deepEqual(literal('2026-03-10T09:00:00Z/2026-03-11T09:00:00Z'), ['span', '2026-03-10T09:00:00Z/2026-03-11T09:00:00Z'])
  assert.deepEqual(literal('2026-03-10T09:00:00Z/P1D'), ['span', '2026-03-10T09:00:00Z/P1D'])
  assert.deepEqual(literal('2026-03-10'), ['day', '2026-03-10'])
  assert.deepEqual(literal('09:00:00'), ['clock', '09:00:00'])
  assert.deepEqual(literal("duration'PT1H'"), ['duration', 'PT1H'])
  assert.deepEqual(literal("geography'POINT (6 50)'"), ['geometry', 'POINT (6 50)'])
})

test('expansions nest by slash and by brackets, and what is said twice of one link is joined', () => {
  const slash = option('$expand', 'Datastreams/Observations($top=1;$orderby=phenomenonTime desc),Datastreams/Sensor')
  const brackets = option('$expand', 'Datastreams($expand=Observations($top=1;$orderby=phenomenonTime desc),Sensor)')
  assert.deepEqual(bare(slash), bare(brackets))
  const nested = option('$expand', "Datastreams($filter=name eq 'a;b)c';$select=name,id)").expand[0]?.options
  assert.deepEqual(nested?.select, ['name', 'id'])
})

test('a plus is a blank, except in the zone of a moment', () => {
  assert.deepEqual(bare(readOptions('$filter=a+gt+2026-03-10T09:00:00+01:00').filter), bare(filter('a gt 2026-03-10T09:00:00+01:00')))
})

const mistakes: [string, RegExp][] = [
  ['$filter=name eq', /\$filter: a value, a property or "\(" expected at position 8, at the end/],
  ["$filter=name eq 'x' foo", /nothing more expected at position 13, near "foo"/],
  ['$filter=(a eq 1', /"\)" expected at position 8/],
  ['$top=-1', /a whole number/],
  ['$top=1.5', /nothing more expected/],
  ['$count=yes', /true or false/],
  ['$foo=1', /no option of SensorThings/],
  ['$top=1&$top=2', /named twice/],
  ['$expand=Datastreams($top=1', /"\)" expected/],
  ['$filter=' + '('.repeat(500) + 'a', /nested too deeply/],
  ['$filter=' + 'not '.repeat(500) + 'a', /nested too deeply/],
  ['$expand=' + Array(40).fill('Things').join('/'), /levels of \$expand/],
  ['$filter=%E0%A4%A', /percent-encoded/],
]
for (const [query, reason] of mistakes)
  test(`refused with the place of the mistake: ${query.slice(0, 40)}`, () => {
    assert.throws(() => readOptions(query), (error) => isRefusal(error) && error.status === (query.startsWith('$foo') ? 501 : 400) && reason.test(error.message) ? true : assert.fail(String(error)))
  })

const name = fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,8}$/).filter((word) => !/^(not|null|true|false|in|and|or)$/.test(word))
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.string().map((value): Expression => ({ kind: 'literal', type: 'text', value })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value): Expression => ({ kind: 'literal', type: 'number', value: value === 0 ? 0 : value })),
  fc.boolean().map((value): Expression => ({ kind: 'literal', type: 'boolean', value })),
  fc.date({ min: new Date('1970-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }).map((at): Expression => ({ kind: 'literal', type: 'moment', value: at.toISOString() })),
  fc.constant<Expression>({ kind: 'literal', type: 'null', value: null }),
  fc.array(name, { minLength: 1, maxLength: 3 }).map((segments): Expression => ({ kind: 'path', segments })),
)
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ kind: fc.constant('binary' as const), operator: fc.constantFrom('or', 'and', 'eq', 'ne', 'gt', 'ge', 'lt', 'le', 'add', 'sub', 'mul', 'div', 'mod'), left: tie('tree'), right: tie('tree') }),
    fc.record({ kind: fc.constant('unary' as const), operator: fc.constantFrom('not', 'minus'), operand: tie('tree') }),
    fc.record({ kind: fc.constant('call' as const), name: fc.constantFrom('length', 'geo.distance', 'st_within'), args: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('in' as const), operand: tie('tree'), list: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

test('what is printed reads as the same tree', () => {
  fc.assert(fc.property(tree, (expression) => assert.deepEqual(bare(readOptions(printOptions({ filter: expression, orderby: [{ by: expression, descending: true }], expand: [], select: [], count: true, top: 7 }))), bare({ filter: expression, orderby: [{ by: expression, descending: true }], expand: [], select: [], count: true, top: 7 }))))
})
