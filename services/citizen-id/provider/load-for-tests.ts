// Asks the token endpoint from a process of its own: `node load-for-tests.ts <address> <requests at once> <milliseconds> <form> <authorization>`.
// Prints how the answers were, as JSON.
import { request, Agent } from 'node:http'

const [address = '', atOnce = '1', milliseconds = '1000', form = '', authorization = ''] = process.argv.slice(2)
const url = new URL(address)
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
const until = performance.now() + Number(milliseconds)
const counts: Record<string, number> = {}
const times: number[] = []
let withoutAdvice = 0

const ask = (): Promise<void> =>
  new Promise((resolve) => {
    const began = performance.now()
    const count = (what: string | number) => {
      counts[what] = (counts[what] ?? 0) + 1
      if (what === 200) times.push(performance.now() - began)
      resolve()
    }
    // Names below localhost are this machine; the name stands in the header.
    const sent = request({ agent, host: '127.0.0.1', port: url.port, path: url.pathname, method: 'POST', headers: { host: url.host, authorization, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) } }, (response) => {
      if (response.statusCode === 503 && !Number(response.headers['retry-after'])) withoutAdvice++
      response.resume().once('end', () => count(response.statusCode ?? 0))
    })
    sent.once('error', (error: NodeJS.ErrnoException) => count(error.code ?? 'error'))
    sent.end(form)
  })

async function again(): Promise<void> {
  while (performance.now() < until) await ask()
}

await Promise.all(Array.from({ length: Number(atOnce) }, again))
times.sort((a, b) => a - b)
process.stdout.write(JSON.stringify({ counts, withoutAdvice, p50: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 }))
agent.destroy()
