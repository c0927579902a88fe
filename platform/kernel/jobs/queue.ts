import type { Service } from '../boot/service.ts'
import type { Job } from './job.ts'

/** The kinds of jobs this process knows. */
export type Queue = {
  byName(name: string): { service: Service; job: Job } | undefined
  readonly names: readonly string[]
}

/** @throws when two jobs share a name, or a name does not begin with its service */
export function openQueue(jobs: readonly { service: Service; job: Job }[]): Queue {
  const known = new Map<string, { service: Service; job: Job }>()
  for (const entry of jobs) {
    const { name } = entry.job
    if (!name.startsWith(`${entry.service.id}.`)) throw new Error(`The job "${name}" of ${entry.service.id} must be called ${entry.service.id}.<what it does>.`)
    if (known.has(name)) throw new Error(`Two jobs are called "${name}".`)
    known.set(name, entry)
  }
  return { byName: (name) => known.get(name), names: [...known.keys()] }
}
