import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { endAll, start } from './installation-testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'modellregion-start-'))
chmodSync(folder, 0o755) // the account of the database must get there when the tests run as the superuser
after(async () => {
  await endAll()
  rmSync(folder, { recursive: true, force: true })
})

const data = join(folder, 'data')
const ordinary = ['--port', '0', '--data', data]
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
const postmaster = (): number => Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])

/** Ends with code 1 and one sentence for the operator, without a stack trace. */
async function refused(pattern: RegExp, args: readonly string[], options: { env?: Record<string, string>; command?: string } = {}): Promise<void> {
  const { code, err } = await start({ args, ...options }).ended()
  assert.match(err, pattern)
  assert.equal(code, 1)
  assert.doesNotMatch(err, /^\s+at |node:internal|Error:/m)
  assert.equal(err.trim().split('\n').length, 1, err)
}

describe('a mistake of the operator ends in one sentence', { timeout: 180_000 }, () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  it('a broken deployment file', () => refused(/broken\.json is not valid JSON/, [...ordinary, '--config', file('broken.json', '{ "port": ')]))
  it('an unknown setting', () => refused(/unknown\.json.*modellregion\.example\.json/, [...ordinary, '--config', file('unknown.json', '{ "prot": 80 }')]))
  it('a missing command', () => refused(/There is no command "stat"/, [], { command: 'stat' }))
  it('an unknown service', () => refused(/There is no service "open-date" here\. Installed: .*open-data/, [...ordinary, '--services', 'open-date']))
  it('an address of the database that is none', () => refused(/DATABASE_URL does not begin with postgres:/, ordinary, { env: { DATABASE_URL: 'mysql://x' } }))
  it('a database that nobody serves', () => refused(/DATABASE_URL cannot be reached/, ordinary, { env: { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/x' } }))
  it('a data folder that cannot be one', () => refused(/data folder .* cannot be written/, ['--port', '0', '--data', join(file('file', ''), 'data')]))
  it('a data folder without write access', { skip: process.getuid?.() === 0 && 'the superuser may write everywhere' }, () => {
    const closed = mkdtempSync(join(folder, 'closed-'))
    chmodSync(closed, 0o500)
    return refused(/data folder .* cannot be written/, ['--port', '0', '--data', join(closed, 'data')])
  })
})

describe('an installation in a folder of its own', { concurrency: false, timeout: 280_000 }, () => {
  it('starts, refuses a second process on its folder and its port, stops calmly', async () => {
    const first = start({ args: ordinary })
    const { url, milliseconds } = await first.ready()
    process.stdout.write(`first start, demonstration included: ${Math.round(milliseconds)} ms\n`)
    assert.equal((await fetch(url)).status, 200)
    await refused(/Process \d+ already runs on .*--data \.\/other/, ordinary)
    const pid = postmaster()
    assert.ok(isAlive(pid))
    first.child.kill('SIGTERM')
    const { code, err } = await first.ended()
    assert.deepEqual([code, err, isAlive(pid)], [0, '', false])
  })

  it('starts again within seconds', async () => {
    const again = start({ args: ordinary })
    const { url, milliseconds } = await again.ready()
    process.stdout.write(`later start: ${Math.round(milliseconds)} ms\n`)
    assert.ok(milliseconds < 30_000, `${milliseconds} ms`)
    assert.equal((await fetch(`${url}open-data`)).status, 200)
    again.child.kill('SIGTERM')
    assert.equal((await again.ended()).code, 0)
  })

  it('refuses a taken port and leaves no database behind', async () => {
    const blocker = createServer()
    await new Promise<void>((listening) => blocker.listen(0, '127.0.0.1', listening))
    const { port } = blocker.address() as AddressInfo // a TCP server has no other kind of address
    await refused(new RegExp(`Port ${port} is taken\\. Start with another one: npm start -- --port ${port + 1}`), ['--port', String(port), '--data', data])
    blocker.close()
    assert.equal(existsSync(join(data, 'postgres/cluster/postmaster.pid')), false)
    assert.equal(existsSync(join(data, 'claim')), false)
  })

  it('recovers by itself after its process was killed', async () => {
    const killed = start({ args: ordinary })
    await killed.ready()
    const orphan = postmaster()
    killed.child.kill('SIGKILL')
    assert.equal((await killed.ended()).signal, 'SIGKILL')
    assert.ok(isAlive(orphan), 'the database of a killed process stays behind')
    const next = start({ args: [...ordinary, '--services', 'open-data'] })
    const { url, milliseconds } = await next.ready()
    process.stdout.write(`start after SIGKILL, one service: ${Math.round(milliseconds)} ms\n`)
    assert.ok(milliseconds < 30_000, `${milliseconds} ms`)
    assert.equal((await fetch(`${url}open-data`)).status, 200)
    next.child.kill('SIGINT')
    assert.deepEqual([(await next.ended()).code, isAlive(orphan)], [0, false])
  })
})
