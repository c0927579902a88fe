import { argon2, type Derivation } from './argon2.ts'
import type { Derived } from './derive.ts'

// Runs in a worker of the browser: one derivation, then the page ends it.
self.onmessage = async ({ data }: MessageEvent<Derivation>) => {
  const answer: Derived = await argon2(data).then(
    (key) => ({ key }),
    () => ({ failed: true }),
  )
  self.postMessage(answer)
}
