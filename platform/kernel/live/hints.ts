// PostgreSQL takes 8,000 bytes with the service's name.
const longest = 7_900
const mostAtOnce = 500

/** Whoever listens in a process for the hints of one service. */
export type Ear = {
  /** What `tell` said in any process of the installation. */
  onHint(text: string): void
  /** The connection was lost and is back: hints may have been missed, so read what is new from the tables. */
  onAgain(): void
}

/** Hints from process to process: that something may be new. They come by the one listening connection that every process has anyway. */
export type Live = {
  /** Listens for the hints of a service until the returned function is called. */
  hear(service: string, ear: Ear): () => void
  /**
   * Tells all processes, this one included. Call it after the unit of work that made something new: hints of the same moment travel together and
   * keep no transaction waiting. Ids only, at most 7,900 bytes: it passes through the database's memory and is kept nowhere. A hint may be lost
   * when a process dies; the tables are the truth, so whoever waits looks into them now and then. Throws RangeError when it is too long
   */
  tell(service: string, text: string): void
}

export type LiveDoor = Live & { onHint(payload: string): void; onConnected(): void }

/** Passes on what the process's listening connection hears, and sends what is told by `send`; `boot` wires both. */
export function openLive(send: (hints: readonly string[]) => Promise<unknown>): LiveDoor {
  const ears = new Map<string, Set<Ear>>()
  let wasConnected = false
  const waiting: string[] = []
  let isSending = false
  const flush = async (): Promise<void> => {
    isSending = true
    while (waiting.length > 0) {
      const now = waiting.splice(0, mostAtOnce)
      await send(now).catch(() => {}) // the database is away: whoever waits looks into the tables when it is back
    }
    isSending = false
  }
  return {
    hear: (service, ear) => {
      const those = ears.get(service) ?? new Set<Ear>()
      ears.set(service, those.add(ear))
      return () => void those.delete(ear)
    },
    tell: (service, text) => {
      if (Buffer.byteLength(text) > longest) throw new RangeError(`A hint has at most ${longest} bytes.`)
      waiting.push(`${service} ${text}`)
      if (!isSending) void flush()
    },
    onHint: (payload) => {
      const at = payload.indexOf(' ')
      for (const ear of ears.get(payload.slice(0, at)) ?? []) ear.onHint(payload.slice(at + 1))
    },
    onConnected: () => {
      if (wasConnected) for (const those of ears.values()) for (const ear of those) ear.onAgain()
      wasConnected = true
    },
  }
}
