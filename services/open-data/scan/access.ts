import { allow } from '@modellregion/kernel'
import type { FileVersion } from '../version/schema.ts'

type Subject = { version: FileVersion; writers: readonly (string | null)[] }
const own = { when: (actor: { id?: string }, { version, writers }: Subject) => actor.id !== undefined && [version.uploadedBy, ...writers].includes(actor.id), provided: 'they have uploaded the file or written the draft' }

/** Who sees what was found in a file, and who decides about it. */
export const scanAccess = [
  allow<Subject>('data-owner', 'read', 'scan', own),
  allow('editor', 'read', 'scan'),
  allow('data-reviewer', 'read', 'scan'),
  allow('town-admin', 'read', 'scan'),
  allow<Subject>('data-owner', 'decide', 'scan', own),
  allow('editor', 'decide', 'scan'),
  allow('data-reviewer', 'decide', 'scan'),
]
