import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { startTown } from '@modellregion/testing'
import { copyService, refuseName, renamed } from './new-service/copy.ts'
import { makeTwin, roomsIn } from './new-service/twin.ts'

const root = dirname(import.meta.dirname)

test('the name is replaced in each of its spellings and in nothing else', () => {
  assert.equal(renamed(`import { exampleWords, ExamplePage } from './words.ts'; id: 'example'; '/example/notes'`, 'dog-register'), `import { dogRegisterWords, DogRegisterPage } from './words.ts'; id: 'dog-register'; '/dog-register/notes'`)
  assert.equal(renamed('create table example.note; grant to svc_example', 'dog-register', true), 'create table dog_register.note; grant to svc_dog_register')
  assert.equal(renamed("{ table: 'example.note' } 'example.note.closed'", 'dog-register'), "{ table: 'dog_register.note' } 'dog-register.note.closed'")
  assert.equal(renamed('"@modellregion/example"', 'dog-register'), '"@modellregion/dog-register"')
  for (const kept of ['/** @example */', 'toni@example.org', 'mail.example.com', 'examples.tsx', 'counterexample']) assert.equal(renamed(kept, 'dog-register'), kept)
})

test('a copy carries the new name in files and file names', () => {
  const place = mkdtempSync(join(tmpdir(), 'modellregion-copy-'))
  try {
    mkdirSync(join(place, 'services/example/migrations'), { recursive: true })
    writeFileSync(join(place, 'services/example/service.ts'), `export default { id: 'example' }`)
    writeFileSync(join(place, 'services/example/migrations/0001_example.sql'), 'create table example.note ()')
    copyService(place, 'dog-register')
    assert.equal(readFileSync(join(place, 'services/dog-register/service.ts'), 'utf8'), `export default { id: 'dog-register' }`)
    assert.match(refuseName(place, 'dog-register') ?? '', /exists already/)
    assert.match(refuseName(place, 'Hunde Register') ?? '', /no name/)
    assert.equal(refuseName(place, 'tree-register'), undefined)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
})

test('a service made from the template starts, answers and can be dropped', { timeout: 280_000 }, async () => {
  const twin = makeTwin(root)
  try {
    const folder = copyService(twin.root, 'dog-register')
    // No service knows another one: without them the types are looked through in a fraction of the time.
    for (const room of ['services', 'bench']) for (const { name } of roomsIn(twin.root, room)) if (!['example', 'dog-register'].includes(name)) rmSync(join(twin.root, room, name), { recursive: true })
    assert.equal(complaintsOfTypes(twin.root).filter((line) => line.includes('dog-register')).join('\n'), '')
    const leftOver = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => renamed(name, 'dog-register') !== name)
    assert.deepEqual(leftOver, [])
    const town = await startTown({ root: twin.root, services: ['dog-register', 'example'] })
    try {
      const { platform } = town.running
      const home = platform.registry.byId('dog-register')?.home
      assert.equal(home, '/dog-register')
      const { status, text } = await getIn('hohenried', town.running.port, home)
      assert.equal(status, 200)
      assert.match(text, /href="\/dog-register\/notice\/[0-9a-f-]{36}"/)
    } finally {
      await town.close()
    }
    rmSync(folder, { recursive: true })
    const without = await startTown({ root: twin.root, services: [] })
    assert.equal((await fetch(without.url('/healthz'))).status, 200)
    await without.close()
  } finally {
    twin.remove()
  }
})

// Not every resolver knows names under localhost, so the town is named in the header.
async function getIn(tenant: string, port: number, path: string): Promise<{ status: number | undefined; text: string }> {
  const [answer] = (await once(get({ host: 'localhost', port, path, headers: { host: `${tenant}.localhost:${port}` } }), 'response')) as [IncomingMessage] // the event's one argument
  return { status: answer.statusCode, text: (await answer.toArray()).join('') }
}

function complaintsOfTypes(project: string): string[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('error TS'))
}
