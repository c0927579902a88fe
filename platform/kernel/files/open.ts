import { join } from 'node:path'
import type { Config } from '../boot/config.ts'
import { openDisk } from './disk.ts'
import { openS3 } from './s3.ts'
import type { FileStore } from './store.ts'

/** The store that the configuration names: `files` is an S3 store, otherwise the data folder. */
export function openFiles(config: Config, now: () => Date = () => new Date()): FileStore {
  return config.files ? openS3(config.files) : openDisk(join(config.dataFolder, 'files'), now)
}
