import { globSync } from 'node:fs'
import { join } from 'node:path'

/** One part of the test run. `files` are handed to node's test runner; `command` is any other check. */
export type Step = { name: string; needs: 'nothing' | 'database' | 'browser' } & ({ files: string[]; env?: Record<string, string> } | { command: string[] })

const testRunner = ['--import', './app/tsx-hook.ts', '--import', './tools/test/seed.ts', '--test', '--test-concurrency=2', '--test-timeout=300000', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=./tools/test/slowest.ts', '--test-reporter-destination=stderr']
export const testCommand = (files: readonly string[]): string[] => [...testRunner, ...files]

/** The folder of a room as people call it: `open-data`, `kernel`, `kernel/search`, `search`, `ui`, `tools`. */
export function folderOf(root: string, name: string): string | undefined {
  const candidates = [`services/${name}`, `platform/${name}`, `platform/kernel/${name}`, name]
  return candidates.find((folder) => globSync(`${folder}/*`, { cwd: root }).length > 0)
}

/** The parts of a run, for one room or for the whole house. */
export function planSteps(root: string, room?: string): Step[] {
  const under = (pattern: string) => testFiles(root, room ?? '{app,platform,services,bench,tools}', pattern)
  const integration = under('*.test.{ts,tsx}').filter((file) => !isBrowser(file) && !isHouse(file))
  const browser = [...under('*.browser.test.{ts,tsx}'), ...under('*.journey.{ts,tsx}')]
  const house: Step[] = [
    { name: 'architecture', needs: 'nothing', files: ['tools/architecture.test.ts'] },
    { name: 'conventions', needs: 'database', files: ['tools/conventions.test.ts', 'tools/explain.test.ts'], ...(room && { env: { MODELLREGION_TEST_ROOM: room } }) },
  ]
  const steps: Step[] = [
    { name: 'types', needs: 'nothing', command: [bin(root, 'typescript/bin/tsc'), '-p', '.'] },
    { name: 'lint', needs: 'nothing', command: [bin(root, 'oxlint/bin/oxlint'), '--deny-warnings', ...(room ? [room] : [])] },
    ...house,
    { name: 'unit and integration', needs: 'database', files: integration },
    { name: 'database room on PostgreSQL 16', needs: 'database', files: room ? [] : testFiles(root, 'platform/kernel/database', '*.test.ts').concat('tools/conventions.test.ts'), env: { MODELLREGION_TEST_POSTGRES: '16' } },
    { name: 'browser journeys', needs: 'browser', files: browser },
  ]
  return steps.filter((step) => 'command' in step || step.files.length > 0)
}

const isBrowser = (file: string): boolean => /\.browser\.test\.tsx?$/.test(file)
const isHouse = (file: string): boolean => /^tools\/(architecture|conventions|explain)\.test\.ts$/.test(file)
const bin = (root: string, path: string): string => join(root, 'node_modules', path)

function testFiles(root: string, folder: string, pattern: string): string[] {
  return globSync(`${folder}/**/${pattern}`, { cwd: root, exclude: (name) => /(^|\/)node_modules$/.test(name) })
    .filter((file) => !file.includes('node_modules/'))
    .sort()
}
