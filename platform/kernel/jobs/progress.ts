import type { Progress } from './job.ts'

const interval = 1_000

export type Throttled = { report: Progress; /** Writes what is still held back. */ flush(): Promise<void> }

/**
 * Lets one report a second through and keeps the last one. Progress is a hint for a page: a failing write is forgotten, the
 * work goes on.
 */
export function throttled(write: (share: number, words: string | undefined, counts: Record<string, number>) => Promise<unknown>): Throttled {
  let held: Parameters<Progress> | undefined
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<unknown> = Promise.resolve()
  const pass = () => {
    clearTimeout(timer)
    timer = undefined
    if (!held) return
    const [share, words, counts] = held
    held = undefined
    writing = writing.then(() => write(Math.min(1, Math.max(0, share)), words, counts ?? {})).catch(() => {})
    timer = setTimeout(pass, interval)
    timer.unref()
  }
  return {
    report: (share, words, counts) => {
      held = [share, words ?? held?.[1], { ...held?.[2], ...counts }]
      if (!timer) pass()
    },
    flush: async () => {
      pass()
      clearTimeout(timer)
      await writing
    },
  }
}
