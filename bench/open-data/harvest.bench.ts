import { spawn } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realDatasets, writeCatalogue } from './many-datasets.ts'

export const name = 'open-data-harvest'
const count = 10_000

type Measured = { first: Run; second: Run; base: number; peak: number }
type Run = { milliseconds: number; counts: Record<string, number>; state: string; refusal: unknown }

/** A DCAT-AP.de file of 10,000 datasets, made of real ones, over loopback HTTP into PostgreSQL and the search index. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-bench-'))
  const file = join(folder, 'catalogue.rdf')
  const bytes = await writeCatalogue(file, count, await realDatasets())
  const server = createServer((_request, response) => void createReadStream(file).pipe(response.setHeader('content-type', 'application/rdf+xml'))).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  const measured = await harvestInChild(`http://127.0.0.1:${port}/catalogue.rdf`, `127.0.0.1:${port}`)
  server.close()
  rmSync(folder, { recursive: true })
  const rate = count / (measured.first.milliseconds / 1_000)
  const faster = measured.first.milliseconds / measured.second.milliseconds
  const peak = measured.peak / 1024 / 1024
  return [
    { what: `harvest of ${count} datasets (${Math.round(bytes / 1e6)} MB RDF/XML), added ${measured.first.counts['added']}`, target: '≥ 300/s', measured: `${rate.toFixed(0)}/s`, ok: rate >= 300 && measured.first.counts['added'] === count },
    { what: 'peak memory of the harvesting process', target: '≤ 500 MB', measured: `${peak.toFixed(0)} MB (${Math.round(measured.base / 1024 / 1024)} before)`, ok: peak <= 500 },
    { what: 'unchanged harvest beside the first', target: '≥ 3×', measured: `${(measured.second.milliseconds / 1_000).toFixed(1)} s`, ratio: faster, ok: faster >= 3 && measured.second.counts['unchanged'] === count },
  ]
}

function harvestInChild(address: string, host: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...memoryFlags(), '--import', './app/tsx-hook.ts', join(import.meta.dirname, 'harvest-child.ts'), address, host], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (part: Buffer) => (text += part.toString()))
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(text.trim().split('\n').at(-1) ?? '')) : reject(new Error(`The harvest ended with ${code}.`))))
  })
}

// The same bounds as `npm start` gives the process of a town.
function memoryFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--max-'))
}
