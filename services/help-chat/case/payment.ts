import { askChallenge, askTicket, type Paid } from './client.ts'
import { inWorker } from './heavy.ts'

/** After so long the app waits in line as well, and whichever is ready first counts. Milliseconds. */
const patience = 20_000

/**
 * Pays for a start: the device calculates, or, where that takes long or does not work, waits its turn. `tell` hears how far the calculating is.
 * Goes on until it succeeds or `signal` ends it.
 */
export function payForStart(tell: (share: number) => void, signal: AbortSignal): Promise<Paid> {
  const ending = new AbortController()
  signal.addEventListener('abort', () => ending.abort())
  return new Promise((resolve, reject) => {
    const done = (paid: Paid): void => {
      ending.abort()
      tell(1)
      resolve(paid)
    }
    signal.addEventListener('abort', () => reject(new Error('ended')))
    const calculating = calculate(tell, ending.signal)
    calculating.then(done, () => {})
    const failed = calculating.then(() => new Promise<void>(() => {}), () => {})
    Promise.race([pause(patience, ending.signal), failed])
      .then(() => waitInLine(ending.signal))
      .then(done, () => {})
  })
}

async function calculate(tell: (share: number) => void, signal: AbortSignal): Promise<Paid> {
  for (;;) {
    const answer = await askChallenge()
    signal.throwIfAborted()
    if (answer.ok) return await inWorker({ kind: 'work', challenge: answer.value.challenge }, tell, signal)
    await pause(3_000, signal)
  }
}

async function waitInLine(signal: AbortSignal): Promise<Paid> {
  for (;;) {
    signal.throwIfAborted()
    const answer = await askTicket()
    signal.throwIfAborted()
    if (answer.ok) {
      const { ticket } = answer.value
      await pause(Math.max(0, ticket.from * 1_000 - (performance.timeOrigin + performance.now())) + 1_000, signal)
      return { ticket }
    }
    await pause(10_000, signal)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(new Error('ended'))), { once: true })
  })
}
