import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseSearchQuery, printSearchQuery } from './search-grammar.ts'
import type { Query } from './search-grammar.ts'

function parsed(text: string): Query {
  const result = parseSearchQuery(text)
  assert.ok(result.ok, result.ok ? '' : `${text}: ${result.message}`)
  return result.query
}
const term = (value: string, field?: string): Query => ({ kind: 'term', ...(field !== undefined && { field }), value, wildcard: false })

describe('the query language of package_search', () => {
  it('reads what clients send', () => {
    assert.deepEqual(parsed(''), { kind: 'all' })
    assert.deepEqual(parsed('*:*'), { kind: 'all' })
    assert.deepEqual(parsed('radwege'), term('radwege'))
    assert.deepEqual(parsed('organization:stadt-aachen'), term('stadt-aachen', 'organization'))
    assert.deepEqual(parsed('title:"Rad \\"und\\" Fuß"'), { kind: 'phrase', field: 'title', value: 'Rad "und" Fuß' })
    assert.deepEqual(parsed('metadata_modified:[2024-01-01T00:00:00Z TO *]'), { kind: 'range', field: 'metadata_modified', from: '2024-01-01T00:00:00Z', to: null, includeFrom: true, includeTo: true })
    assert.deepEqual(parsed('size:{1 TO 5]'), { kind: 'range', field: 'size', from: '1', to: '5', includeFrom: false, includeTo: true })
    assert.deepEqual(parsed('rad*'), { kind: 'term', value: 'rad*', wildcard: true })
    assert.deepEqual(parsed('strasse~ rad^2'), { kind: 'clauses', must: [], should: [{ ...term('strasse'), fuzzy: 2 }, { ...term('rad'), boost: 2 }], mustNot: [] })
  })

  it('keeps signs, and gives AND before OR', () => {
    assert.deepEqual(parsed('+a -b c'), { kind: 'clauses', must: [term('a')], should: [term('c')], mustNot: [term('b')] })
    assert.deepEqual(parsed('a OR b AND c'), { kind: 'or', queries: [term('a'), { kind: 'and', queries: [term('b'), term('c')] }] })
    assert.deepEqual(parsed('NOT a AND b'), { kind: 'and', queries: [{ kind: 'not', query: term('a') }, term('b')] })
    assert.deepEqual(parsed('-state:deleted'), { kind: 'not', query: term('deleted', 'state') })
    assert.deepEqual(parsed('a && !b'), { kind: 'and', queries: [term('a'), { kind: 'not', query: term('b') }] })
  })

  it('hands a field to all of a group', () => {
    assert.deepEqual(parsed('res_format:(CSV OR XLSX)'), { kind: 'or', queries: [term('CSV', 'res_format'), term('XLSX', 'res_format')] })
    assert.deepEqual(parsed('tags:(+rad -auto)'), { kind: 'clauses', must: [term('rad', 'tags')], should: [], mustNot: [term('auto', 'tags')] })
  })

  for (const [text, at] of [['"offen', 0], ['(a', 0], ['a)', 1], ['AND a', 0], ['a AND', 2], ['title:', 5], [':x', 0], ['[a b]', 0], ['a^', 1], ['()', 1], ['/a.*/', 0], ['a:b:c', 3], ['\\', 0], ['t:(u:v)', 2]] as const) {
    it(`refuses ${text}`, () => {
      const result = parseSearchQuery(text)
      assert.deepEqual([result.ok, result.ok ? '' : result.type, result.ok ? -1 : result.at], [false, 'Search Query Error', at])
    })
  }

  it('refuses depth and length instead of falling over', () => {
    assert.equal(parseSearchQuery('('.repeat(2000)).ok, false)
    assert.equal(parseSearchQuery('NOT '.repeat(900)).ok, false)
    assert.equal(parseSearchQuery('a'.repeat(5000)).ok, false)
  })

  it('never throws', () => {
    const bits = fc.array(fc.constantFrom('a', 'rad', 'title', ':', '(', ')', '"', '[', ']', '{', '}', ' TO ', ' ', 'AND', 'OR', 'NOT', '+', '-', '*', '?', '^', '~', '2', '\\', '!', '&&', '||', '/'), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(bits, fc.string({ unit: 'binary' })), (text) => { parseSearchQuery(text) }), { numRuns: 3000 })
  })

  it('reads what it prints', () => {
    const bits = fc.array(fc.constantFrom('a', 'rad*', 'title:', '(', ')', '"x y"', '[1 TO 2]', ' ', ' AND ', ' OR ', ' NOT ', ' +', ' -', '^2', '~', 'f:', '\\:', 'ä-b'), { maxLength: 12 }).map((parts) => parts.join(''))
    let read = 0
    fc.assert(fc.property(bits, (text) => {
      const first = parseSearchQuery(text)
      if (!first.ok) return
      read++
      const again = parseSearchQuery(printSearchQuery(first.query))
      assert.ok(again.ok, `${text} -> ${printSearchQuery(first.query)}`)
      assert.deepEqual(again.query, first.query, text)
    }), { numRuns: 5000 })
    assert.ok(read > 300, `only ${read} of the queries were valid`)
  })
})
