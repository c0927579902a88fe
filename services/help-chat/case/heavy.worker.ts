import { decryptFile, encryptFile } from '../crypto/file.ts'
import { deriveCaseKeys } from '../crypto/keys.ts'
import { solveWork } from '../crypto/work.ts'
import type { Answer, Job, Results } from './heavy-jobs.ts'

// One job for each worker; the page ends it afterwards, and its memory with it.

// The derivation would start a worker of its own when there is one to start. Here it is in one already.
Object.defineProperty(self, 'Worker', { value: undefined })

const say = (answer: Answer): void => self.postMessage(answer)
const tell = (share: number): void => say({ share })

self.onmessage = async ({ data }: MessageEvent<Job>) => {
  try {
    say({ result: await work(data) })
  } catch (error) {
    say({ failed: error instanceof Error ? error.name : 'Error' })
  }
}

function work(job: Job): Promise<Results[keyof Results]> {
  switch (job.kind) {
    case 'derive':
      return deriveCaseKeys(job.words, job.tenant)
    case 'work':
      return solveWork(job.challenge, tell)
    case 'seal':
      return encryptFile(job.bytes, tell)
    case 'open':
      return decryptFile(job.sealed, job.note, tell)
  }
}
