import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, open as openFile, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { openBackupAddress } from '../boot/addresses.ts'
import type { Opened } from '../boot/boot.ts'
import { OperatorError, type Config } from '../boot/config.ts'
import { discoverServices } from '../boot/discover.ts'
import { openFiles } from '../files/open.ts'
import { requeueLost } from '../jobs/requeue.ts'
import type { Report } from './archive.ts'
import { writeBackup, type BackupResult } from './backup.ts'
import { readBackup, type RestoreResult } from './restore.ts'

export type BackupOrder = { config: Config; root: string; file?: string; now: Date; report: Report }

/** Writes a backup beside the running installation, which goes on working. Returns the archive's path. @throws OperatorError */
export async function backupInstallation({ config, root, file, now, report }: BackupOrder): Promise<BackupResult & { path: string }> {
  const path = resolve(file ?? `modellregion-${now.toISOString().slice(0, 16).replace(/\D/g, '-')}.tar.gz`)
  if (existsSync(path)) throw new OperatorError(`${path} exists already. Name another file, or move that one away.`)
  const versions = Object.fromEntries((await discoverServices(root)).map(({ id, version }) => [id, version]))
  await mkdir(dirname(path), { recursive: true })
  const address = await openBackupAddress(config)
  const partial = `${path}.partial`
  try {
    const source = { backupUrl: address.backupUrl, files: openFiles(config, () => now), versions, now, workFolder: dirname(path) }
    const result = await writeBackup(source, createWriteStream(partial, { mode: 0o600 }), report)
    const written = await openFile(partial, 'r+')
    await written.sync().finally(() => written.close())
    await rename(partial, path) // a name without .partial is a whole archive
    return { ...result, path }
  } finally {
    await rm(partial, { force: true })
    await address.close()
  }
}

/** Fills the opened, empty installation from an archive and hands its waiting work to the queue again. @throws OperatorError */
export async function restoreInstallation({ platform, addresses }: Opened, file: string, report: Report): Promise<RestoreResult & { requeued: number }> {
  if (!existsSync(file)) throw new OperatorError(`${file} does not exist.`)
  const result = await readBackup({ backupUrl: addresses.backupUrl, files: platform.files }, createReadStream(file), report)
  await platform.directory.refresh()
  return { ...result, requeued: await requeueLost(platform, 0) }
}
