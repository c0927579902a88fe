import { argon2Here, type DeriveAnswer, type DeriveJob } from './derive.ts'

// Runs in a worker of the browser: one derivation, then the page ends it.
self.onmessage = async ({ data }: MessageEvent<DeriveJob>) => {
  const answer: DeriveAnswer = await argon2Here(data).then(
    (key) => ({ key }),
    () => ({ failed: true }),
  )
  self.postMessage(answer)
}
