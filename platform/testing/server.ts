import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { foreignAddresses, type ServerAddresses } from './addresses.ts'
import { processEnvironment, type PostgresVersion } from './kernel.ts'

const prefix = 'modellregion-test-'
const started = new Map<PostgresVersion, Promise<ServerAddresses>>()

/** The variable through which the runner hands the address of its server to every test process. */
export const serverVariable = (version: PostgresVersion): string => `MODELLREGION_TEST_SERVER_${version}`

/** The version integration tests run on when they name none: 18, or the one the runner asks for. */
export const wantedVersion = (): PostgresVersion => (processEnvironment()['MODELLREGION_TEST_POSTGRES'] === '16' ? 16 : 18)

/**
 * The one server of this test run: the foreign one of DATABASE_URL, the runner's, or, when a single file runs alone, one
 * that this process starts. A version named by the test always gets the embedded server of that version.
 */
export function testServer(version?: PostgresVersion): Promise<ServerAddresses> {
  const env = processEnvironment()
  const foreign = version === undefined ? foreignAddresses(env) : undefined
  if (foreign) return Promise.resolve(foreign)
  const wanted = version ?? wantedVersion()
  const given = env[serverVariable(wanted)]
  if (given) return Promise.resolve(JSON.parse(given) as ServerAddresses) // written by startTestServer
  const running = started.get(wanted) ?? startTestServer(wanted)
  started.set(wanted, running)
  return running
}

/** Starts an embedded server that ends, folder and all, together with this process, even when this process is killed. */
export async function startTestServer(version: PostgresVersion, { durable = false, under = tmpdir() }: { durable?: boolean; under?: string | undefined } = {}): Promise<ServerAddresses> {
  sweepLeftovers()
  const folder = mkdtempSync(join(under, `${prefix}${process.pid}-`))
  // A group of its own: Ctrl-C in the terminal must not end the server before the tests have closed their databases.
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'keeper.ts'), folder, String(version), ...(durable ? ['durable'] : [])], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const line = await firstLine(keeper)
  // Neither the process nor its pipes keep the test run alive; the open end of the pipe is what holds the server.
  keeper.unref()
  for (const stream of [keeper.stdin, keeper.stdout]) if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
  return JSON.parse(line) as ServerAddresses // written by keeper.ts
}

function firstLine(keeper: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    keeper.once('error', reject)
    keeper.once('exit', (code) => reject(new Error(`The test server did not start (exit code ${code}); the lines above say why.`)))
    if (keeper.stdout) createInterface({ input: keeper.stdout }).once('line', resolve)
  })
}

/** Removes servers of runs whose keeper was killed as well. Folder names carry the process id of their run. */
function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (!pid || isAlive(pid)) continue
    const folder = join(tmpdir(), name)
    const postmaster = Number(readLine(join(folder, 'cluster', 'postmaster.pid')))
    // A keeper that is just stopping its server removes the folder by itself.
    if (postmaster && isAlive(postmaster) && isPostgres(postmaster)) process.kill(postmaster, 'SIGINT')
    else rmSync(folder, { recursive: true, force: true })
  }
}

function readLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0]
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync(commandLine) && (readLine(commandLine) ?? '').includes('postgres')
}
