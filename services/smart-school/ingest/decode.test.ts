import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { openCodecs } from './decode.ts'

test('a codec that is being read while somebody says that it changed is not kept: the next message asks again', async () => {
  const codecs = openCodecs()
  const answers: ((version: number) => void)[] = []
  // A database that answers when it is told to: the real one cannot be stopped between question and answer. Looking a codec up asks it for these two only.
  const db = { tenant: 'erlenau', maybe: () => new Promise((resolve) => answers.push((version) => resolve({ id: 'a-b', version }))) } as unknown as UnitOfWork
  const old = codecs.find(db, 'a-b')
  codecs.forget()
  answers[0]?.(1)
  assert.equal((await old)?.version, 1)
  const fresh = codecs.find(db, 'a-b')
  answers[1]?.(2)
  assert.equal((await fresh)?.version, 2)
  assert.equal(codecs.get('a-b')?.version, 2)
})
