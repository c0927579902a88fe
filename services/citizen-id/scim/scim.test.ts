import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readFilter } from './filter.ts'
import { readList } from './list-query.ts'
import { patchGroup, patchUser, readPatch } from './patch.ts'
import { readUser } from './read-user.ts'
import { userResource } from './resource.ts'
import type { UserAttributes } from './schema.ts'
import { versionsOf } from './talk.ts'

const user: UserAttributes = { userName: 'mia@example.org', externalId: 'x1', givenNames: 'Mia', familyName: 'Beispiel', displayName: null, email: 'mia@example.org', active: true }
const patchOp = (...Operations: unknown[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })
const patched = (...operations: unknown[]) => {
  const read = readPatch(patchOp(...operations))
  return read.ok ? patchUser(user, read.value) : read
}

test('a filter of the kinds that directories send is understood; others are refused, never half understood', () => {
  const conditions = (text: string) => {
    const read = readFilter(text)
    return read.ok ? read.value.map(({ path, value }) => [path, value]) : read.problem.scimType
  }
  assert.deepEqual(conditions('userName eq "a\\"b"'), [['username', 'a"b']])
  assert.deepEqual(conditions('USERNAME EQ "x" AND active eq true'), [['username', 'x'], ['active', true]])
  assert.deepEqual(conditions('emails[type eq "work"].value eq "a@b.org"'), [['emails.value', 'a@b.org']])
  assert.deepEqual(conditions('urn:ietf:params:scim:schemas:core:2.0:User:externalId eq "7"'), [['externalid', '7']])
  assert.deepEqual(conditions('id eq "1" and members eq "2"'), [['id', '1'], ['members', '2']])
  for (const bad of ['', 'userName', 'userName co "x"', 'userName eq x', 'userName eq "x" or active eq true', 'userName eq "x"active eq true', 'not (active eq true)', 'userName eq "x" and ', 'userName pr', "userName eq 'x'"]) assert.equal(conditions(bad), 'invalidFilter', bad)
})

test('property: whatever stands in a quoted value comes back as it was written', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.constantFrom('userName', 'externalId', 'displayName'), (value, name) => {
      const read = readFilter(`${name} eq ${JSON.stringify(value)}`)
      assert.ok(read.ok)
      assert.deepEqual(read.value, [{ path: name.toLowerCase(), value }])
    }),
  )
})

test('property: no text makes the filter reader throw or take long', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void readFilter(text)))
  const begun = performance.now()
  readFilter(`a${'.a'.repeat(5_000)} eq "`)
  readFilter(`emails[${' '.repeat(50_000)}`)
  assert.ok(performance.now() - begun < 500)
})

test('a patch is applied whole or not at all, with any writing of names and booleans', () => {
  assert.deepEqual(patched({ op: 'Replace', path: 'active', value: 'False' }), { ok: true, value: { ...user, active: false } })
  assert.deepEqual(patched({ op: 'replace', value: { ACTIVE: false, 'name.familyName': 'Muster' } }), { ok: true, value: { ...user, active: false, familyName: 'Muster' } })
  assert.deepEqual(patched({ op: 'Replace', path: 'emails[type eq "work"].value', value: 'neu@example.org' }), { ok: true, value: { ...user, email: 'neu@example.org' } })
  assert.deepEqual(patched({ op: 'add', path: 'urn:ietf:params:scim:schemas:core:2.0:User:name', value: { givenName: 'Eva' } }), { ok: true, value: { ...user, givenNames: 'Eva' } })
  assert.deepEqual(patched({ op: 'remove', path: 'externalId' }), { ok: true, value: { ...user, externalId: null } })
  assert.deepEqual(patched({ op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'Amt 7' }), { ok: true, value: user }, 'what is not needed is not kept')
  const refusals: [unknown, string][] = [
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'shoeSize', value: 1 }, 'invalidPath'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'remove', path: 'userName' }, 'invalidValue'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    [{ op: 'replace', path: 'userName', value: 'a\u0000b' }, 'invalidValue'],
    [{ op: 'move', path: 'active', value: true }, 'invalidSyntax'],
  ]
  for (const [operation, type] of refusals) {
    const outcome = patched({ op: 'replace', path: 'displayName', value: 'changed' }, operation)
    assert.equal(outcome.ok ? 'ok' : outcome.problem.scimType, type, JSON.stringify(operation))
  }
})

test('property: what a user is told is what the same user sends back', () => {
  const text = fc.string({ maxLength: 40, unit: 'grapheme-ascii' }).map((one) => one.trim())
  fc.assert(
    fc.property(text.filter((one) => one !== ''), text, text, fc.boolean(), fc.option(fc.constantFrom('a@example.org', 'b.c@example.org')), (userName, givenNames, familyName, active, email) => {
      const known = { userName, externalId: null, givenNames, familyName, displayName: null, email, active }
      const resource = userResource({ ...known, id: '1', version: 3, createdAt: new Date(0), modifiedAt: new Date(0), groups: [] }, 'https://town.example/scim/v2')
      const back = readUser(resource)
      assert.ok(back.ok)
      assert.deepEqual({ ...back.value, displayName: null }, known)
    }),
  )
})

test('property: patches of members are those of sets', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(ids, ids, fc.constantFrom('add', 'remove', 'replace'), (had, named, op) => {
      const read = readPatch(patchOp({ op, path: 'members', value: named.map((value) => ({ value, $ref: null })) }))
      assert.ok(read.ok)
      const outcome = patchGroup({ displayName: 'g', externalId: null, members: had }, read.value)
      assert.ok(outcome.ok)
      const expected = op === 'add' ? new Set(had).union(new Set(named)) : op === 'remove' ? new Set(had).difference(new Set(named)) : new Set(named)
      assert.deepEqual(new Set(outcome.value.members), expected)
    }),
  )
})

test('paging brings numbers into range; versions are read in any spelling', () => {
  const list = (query: string) => {
    const read = readList({ url: new URL(`https://town.example/scim/v2/Users?${query}`) })
    return read.ok ? [read.value.startIndex, read.value.size] : read.problem.status
  }
  assert.deepEqual(list('startIndex=0&count=-3'), [1, 0])
  assert.deepEqual(list('startIndex=5&count=100000'), [5, 200])
  assert.deepEqual(list(''), [1, 200])
  assert.equal(list('count=many'), 400)
  assert.deepEqual(versionsOf('W/"3", "4"'), [3, 4])
  assert.equal(versionsOf('*'), undefined)
  assert.deepEqual(versionsOf('nonsense'), [])
})
