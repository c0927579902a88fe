import { performance } from 'node:perf_hooks'

/** Lets in as much as can be answered soon; what comes beyond is told at once to come again. */
export type Gate = {
  /** False when it is full. Whoever was let in must `leave`. */
  enter(): boolean
  leave(): void
}

export type Limits = {
  /** Requests that are worked on at the same time. */
  most: number
  /** How many of them while the process answers late, so that it catches up. */
  mostWhenLate: number
  /** Milliseconds that count as late. */
  late: number
}

/** About a quarter of a second of work for one core: longer than that, programs would rather be told. */
export const tokenLimits: Limits = { most: 96, mostWhenLate: 16, late: 400 }

/** Seconds after which whoever was refused may come again. */
export const retryAfter = 2

/** @param lag how late the process answers now, in milliseconds */
export function openGate({ most, mostWhenLate, late }: Limits, lag: () => number): Gate {
  let inside = 0
  return {
    enter: () => {
      if (inside >= (lag() > late ? mostWhenLate : most)) return false
      inside++
      return true
    },
    leave: () => void inside--,
  }
}

/**
 * How late timers of this process fire, in milliseconds: what everybody waits who asks now. The last look counts, and a look
 * that is itself overdue; so it is right again one look after the load is over.
 */
export function lagMeter(every = 100): () => number {
  let before = performance.now()
  let seen = 0
  const look = () => {
    const now = performance.now()
    seen = now - before - every
    before = now
  }
  setInterval(look, every).unref() // a process may end in spite of it
  return () => Math.max(seen, performance.now() - before - every, 0)
}
