import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { findChromium } from '@modellregion/testing'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import type { Row } from '../row.ts'

export const name = 'help-chat-device'

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
const size = 25 * 1024 * 1024

/** What people wait for on their own device, in Chromium on this machine, with the policy of our pages. Medians of five. */
export async function run(): Promise<Row[]> {
  const { page, close } = await openPage()
  const call = <T>(what: string, argument?: number): Promise<T> => page.evaluate<T, [string, number | undefined]>(callBench, [what, argument])
  try {
    await call('prepare', 100)
    const unlocks = await five(() => call<number>('unlock'))
    const files = await five(() => call<{ seal: number; open: number; bare: number }>('file', size))
    const [seal, open, bare] = [median(files.map((one) => one.seal)), median(files.map((one) => one.open)), median(files.map((one) => one.bare))]
    const rates = await five(() => call<{ seal: number; open: number }>('rates', 2_000))
    const { solving, subtle } = await call<{ solving: number; subtle: number }>('hashes', 20)
    const waited = median(unlocks)
    return [
      { what: 'unlock in Chromium: eight words to 100 opened messages, Argon2id 64 MiB, 3 passes', target: '≤ 1,000 ms', measured: `${waited.toFixed(0)} ms (${Math.max(...unlocks).toFixed(0)} at most)`, ok: waited <= 1_000 },
      { what: '25 MB attachment sealed in Chromium, ratio to crypto.subtle AES-GCM of the same bytes', target: '≤ 2,000 ms', measured: `${seal.toFixed(0)} ms (opened again in ${open.toFixed(0)} ms; AES-GCM ${bare.toFixed(0)} ms)`, ratio: seal / bare, ok: seal <= 2_000 },
      { what: 'messages of 1 KiB checked and opened in Chromium', target: '≥ 1,000/s', measured: `${median(rates.map((one) => one.open)).toFixed(0)}/s (sealed and signed: ${median(rates.map((one) => one.seal)).toFixed(0)}/s)`, ok: median(rates.map((one) => one.open)) >= 1_000 },
      { what: 'proof of work in Chromium, SHA-256 of libsodium, ratio to crypto.subtle', target: '≥ 100,000/s', measured: `${solving.toFixed(0)}/s (crypto.subtle ${subtle.toFixed(0)}/s)`, ratio: solving / subtle, ok: solving >= 100_000 },
    ]
  } finally {
    await close()
  }
}

async function five<T>(measure: () => Promise<T>): Promise<T[]> {
  await measure() // warms the compiler
  const results: T[] = []
  for (let round = 0; round < 5; round++) results.push(await measure())
  return results
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

// Runs in the page: `bench` is what page.ts put there.
function callBench([what, argument]: [string, number | undefined]): never {
  const bench: Record<string, (argument?: number) => never> = Reflect.get(globalThis, 'bench')
  return bench[what]?.(argument) as never // each measurement has a type of its own, named where it is called
}

/** The page, built as our islands are and served under their policy. */
async function openPage(): Promise<{ page: Page; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'modellregion-help-chat-'))
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, rolldownOptions: { input: join(import.meta.dirname, 'page.ts'), output: { entryFileNames: 'page.js' } } },
  })
  const server = createServer(async (request, reply) => {
    const path = basename(request.url ?? '/')
    const isPage = path === ''
    reply.writeHead(200, { 'content-type': isPage ? 'text/html' : 'text/javascript', 'content-security-policy': policy })
    reply.end(isPage ? '<!doctype html><title>Bench</title><script type="module" src="/page.js"></script>' : await readFile(join(folder, (request.url ?? '').includes('/assets/') ? 'assets' : '', path)))
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.goto(`http://localhost:${typeof address === 'object' && address ? address.port : 0}/`)
  await page.waitForFunction('globalThis.bench')
  const close = async (): Promise<void> => {
    await browser.close()
    server.close()
    await rm(folder, { recursive: true })
  }
  return { page, close }
}
