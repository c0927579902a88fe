import type { UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { hashOfFiles } from '../shelf/keep.ts'
import { insertInstallationVersion } from './queries/installation.ts'
import { inOrder } from './rules/merge-files.ts'
import type { Installation, VersionReason } from './schema.ts'

/** Keeps what stands here as an earlier state. Throws rather than lose it. */
export async function keepState(db: UnitOfWork, installation: Installation, reason: VersionReason, parts: readonly ReuseFile[]): Promise<void> {
  if ((await insertInstallationVersion(db, installation, reason, inOrder(parts), hashOfFiles(parts))) === 0) throw new Error(`A state of ${installation.id} was kept at the same time by somebody else.`)
}
