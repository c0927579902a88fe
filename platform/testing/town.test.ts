import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { startTown } from './town.ts'

test('a whole town starts on a free port, answers on its host names and leaves nothing behind', { timeout: 120_000 }, async () => {
  const town = await startTown()
  const { dataFolder } = town.running.platform.config
  try {
    assert.equal((await fetch(town.url('/healthz'))).status, 200)
    const front = await fetch(town.url('/'))
    assert.equal(front.status, 200)
    assert.match(await front.text(), /<html lang="de"/)
    assert.ok(town.running.platform.directory.all().length >= 3)
    // No text of the database holds a zero character: a mistake of the request, not of the town.
    for (const path of ['/search?q=Ki%00ta', '/open-data/search?q=Ki%00ta', '/portfolio/reuse?q=Ki%00ta']) assert.ok((await fetch(town.url(path))).status < 500, path)
  } finally {
    await town.close()
  }
  assert.ok(!existsSync(dataFolder))
})
