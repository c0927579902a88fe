import type { Answer, Job, Results } from './heavy-jobs.ts'

/**
 * Does a job in a worker of its own. `tell` hears a share from 0 to 1. The worker ends with the job, or with `signal`.
 * @throws when the job fails or is ended
 */
export function inWorker<J extends Job>(job: J, tell: (share: number) => void = () => {}, signal?: AbortSignal): Promise<Results[J['kind']]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./heavy.worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => worker.terminate()
    signal?.addEventListener('abort', () => {
      end()
      reject(new Error('ended'))
    })
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('share' in data) return tell(data.share)
      end()
      if ('failed' in data) reject(new Error(data.failed))
      else resolve(data.result as Results[J['kind']]) // the worker answers the kind it was asked
    }
    worker.onerror = () => {
      end()
      reject(new Error('worker'))
    }
    worker.postMessage(job)
  })
}
