import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { keepTenant, type Platform } from '@modellregion/kernel'
import { startTown, testTenants } from '@modellregion/testing'
import { makeTwin, roomsIn } from './new-service/twin.ts'

const root = dirname(import.meta.dirname)
const twin = makeTwin(root)
after(() => twin.remove())

const installed = roomsIn(twin.root, 'services').map(({ name }) => name).filter((name) => existsSync(join(twin.root, 'services', name, 'service.ts'))).sort()

const complaints = (): string[] => {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', twin.root, '--incremental', '--tsBuildInfoFile', join(twin.root, '.tsbuildinfo')], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => /error TS/.test(line))
}

// One look instead of one for each: no service imports another (tools/architecture.test.ts), so whatever breaks when one of them goes stands outside of all.
test('without any service the types fit, and somebody who imports a missing one is noticed', { timeout: 280_000 }, () => {
  const bringBack = installed.map(takeAway)
  const leak = join(twin.root, 'app/leak.ts')
  let found: string[]
  try {
    found = complaints()
    writeFileSync(leak, `export { default } from '../services/${installed[0]}/service.ts'\n`)
    assert.match(complaints().join('\n'), /app\/leak\.ts/)
  } finally {
    rmSync(leak, { force: true })
    bringBack.forEach((back) => back())
  }
  // Others work in the same tree: a mistake that stands in the whole project is not the missing services'.
  const standing = found.length === 0 ? [] : complaints()
  assert.deepEqual(found.filter((line) => !standing.includes(line)), [])
})

// Whatever a service needs of another one is missing here, so that this says also what a town without that other one would.
for (const name of installed)
  test(`services/${name} starts alone`, { timeout: 280_000 }, async () => {
    const others = installed.filter((other) => other !== name)
    const bringBack = others.map(takeAway)
    try {
      const town = await startTown({ root: twin.root, demo: false })
      try {
        const { platform } = town.running
        assert.deepEqual(platform.registry.services.map(({ id }) => id).filter((id) => id !== 'platform'), [name])
        await keepTenant(platform, { ...testTenants.erlenau, services: [name], hosts: ['localhost'] })
        for (const path of ['/', ...homeOf(platform, name)]) assert.equal((await fetch(town.url(path))).status, 200, path)
        for (const other of others) assert.equal((await fetch(town.url(`/${other}`))).status, 404, other)
      } finally {
        await town.close()
      }
    } finally {
      bringBack.forEach((back) => back())
    }
  })

/** Where people enter. What stands in no list may have no door outside of a demonstration. */
function homeOf({ registry }: Pick<Platform, 'registry'>, id: string): string[] {
  const service = registry.byId(id)
  return service?.internal ? [] : [service?.home ?? '/missing']
}

/** Removes a service, and what measures it. */
function takeAway(name: string): () => void {
  const moved = ['services', 'bench'].map((room) => [join(twin.root, room, name), join(twin.root, `away-${room}-${name}`)] as const).filter(([place]) => existsSync(place))
  for (const [place, away] of moved) renameSync(place, away)
  return () => moved.forEach(([place, away]) => renameSync(away, place))
}
