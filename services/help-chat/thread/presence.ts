/** Longer than two rounds of saying so. */
const goneAfterMs = 45_000

/** Who is connected, as far as this process has heard. Only in memory: when somebody worked is nobody's business afterwards. */
export type Presence = {
  here(process: string, confidants: readonly string[], nowMs: number): void
  gone(process: string, confidants: readonly string[]): void
  /** Forgets everything, because hints were missed. */
  forget(): void
  /** Forgets those of whom nothing was heard, such as of a process that died. */
  sweep(nowMs: number): void
  isHere(confidant: string): boolean
}

export function openPresence(): Presence {
  const heard = new Map<string, Map<string, number>>()
  const leave = (confidant: string, process: string) => {
    const places = heard.get(confidant)
    places?.delete(process)
    if (places?.size === 0) heard.delete(confidant)
  }
  return {
    here: (process, confidants, nowMs) => {
      for (const confidant of confidants) heard.set(confidant, (heard.get(confidant) ?? new Map<string, number>()).set(process, nowMs))
    },
    gone: (process, confidants) => {
      for (const confidant of confidants) leave(confidant, process)
    },
    forget: () => heard.clear(),
    sweep: (nowMs) => {
      for (const [confidant, places] of heard) for (const [process, at] of places) if (nowMs - at > goneAfterMs) leave(confidant, process)
    },
    isHere: (confidant) => heard.has(confidant),
  }
}
