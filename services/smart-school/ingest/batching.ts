/**
 * Natural batching: as long as the worker is free, whatever comes is worked on at once; what comes while it works waits and is the next batch.
 * Little latency when little happens, large batches under load. A failed batch fails for all that were in it.
 */
export function naturalBatches<I, O>(work: (items: readonly I[]) => Promise<readonly O[]>, most: number): { add(item: I): Promise<O>; idle(): Promise<void> } {
  let waiting: { item: I; resolve: (output: O) => void; reject: (error: unknown) => void }[] = []
  let running: Promise<void> | undefined
  const run = async (): Promise<void> => {
    // What arrives in the same turn of the event loop belongs together.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const outputs = await work(batch.map(({ item }) => item))
        for (const [at, { resolve, reject }] of batch.entries()) {
          const output = outputs[at]
          if (output === undefined) reject(new Error('A batch gave fewer results than it was given.'))
          else resolve(output)
        }
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    running = undefined
  }
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        running ??= run()
      }),
    idle: async () => {
      while (running) await running
    },
  }
}
