import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { dayBounds, localDate } from '@modellregion/standards'
import { deleteModule, deleteNote, listModules, listNotes, putModule, putNote } from './queries.ts'

let database: TemporaryDatabase
before(async () => {
  database = await temporaryDatabase()
})
after(() => database.close())

const me = '00000000-0000-4000-8000-000000000001'
const colleague = '00000000-0000-4000-8000-000000000002'
const caseId = '00000000-0000-4000-8000-00000000000c'
const day = dayBounds(localDate(new Date(testMoment))).start
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => database.unit('erlenau', 'help-chat', work)

const begin = (db: UnitOfWork) =>
  db.run(sql`
    insert into help_chat.case_file (tenant_id, id, lookup_hash, sign_key, box_key, opened_on, head_seq, head_from, head_day, epoch, created_at)
    values (${db.tenant}, ${caseId}, ${Buffer.alloc(32, 1)}, 's', 'b', ${'2026-03-10'}, 0, 'person', ${'2026-03-10'}, 1, ${day})`)

test('a text module of the office takes the place of the shipped one, and goes', async () => {
  await write((db) => putModule(db, { id: 'welcome', title: 'Willkommen', text: 'Guten Tag', lane: 'any' }))
  await write((db) => putModule(db, { id: 'welcome', title: 'Hallo', text: 'Guten Tag', lane: 'counsel' }))
  assert.deepEqual(await write(listModules), [{ id: 'welcome', title: 'Hallo', text: 'Guten Tag', lane: 'counsel', hidden: false }])
  assert.deepEqual(await database.unit('moorbek', 'help-chat', listModules), [], 'another town sees nothing of it')
  await write((db) => putModule(db, { id: 'welcome', title: 'welcome', text: 'welcome', lane: 'any' }, true))
  assert.equal((await write(listModules))[0]?.hidden, true)
  await write((db) => deleteModule(db, 'welcome'))
  assert.deepEqual(await write(listModules), [])
})

test('a note is its author’s, says no moment, and goes with the case in the same transaction', async () => {
  await write(begin)
  await write((db) => putNote(db, { caseId, confidantId: me, sealed: 'first', day }))
  await write((db) => putNote(db, { caseId, confidantId: me, sealed: 'second', day }))
  await write((db) => putNote(db, { caseId, confidantId: colleague, sealed: 'other', day }))
  assert.deepEqual(await write((db) => listNotes(db, me)), [{ case: caseId, sealed: 'second' }])
  await assert.rejects(write((db) => putNote(db, { caseId, confidantId: me.replace(/1$/, '3'), sealed: 'x', day: new Date(testMoment) })), { code: '23514' })
  await write((db) => deleteNote(db, caseId, me))
  assert.deepEqual(await write((db) => listNotes(db, me)), [])
  await write((db) => db.run(sql`delete from help_chat.case_file where tenant_id = ${db.tenant} and id = ${caseId}`))
  assert.deepEqual(await write((db) => listNotes(db, colleague)), [])
})
