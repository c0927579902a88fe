import { Type } from 'typebox'
import type { Choices, Finding, Inspection } from '../inspect/schema.ts'
import type { Field } from '../store/schema.ts'

/** One upload to a file (distribution). `number` counts from 1 within the file. */
export type FileVersion = {
  id: string
  distributionId: string
  datasetId: string
  number: number
  /** Name of the file as it was uploaded. */
  name: string
  mediaType: string
  sha256: string
  byteSize: number
  state: 'waiting' | 'loading' | 'ready' | 'refused' | 'deleted'
  inspection: Inspection | null
  choices: Choices
  /** Why it is no table (state `ready`), or why it was not taken (state `refused`). */
  refusal: Finding | null
  /** The typed copy as Parquet in the file store; null for what is no table. */
  tableFile: string | null
  tableBytes: number | null
  fields: readonly Field[] | null
  rowCount: number | null
  rejectedCount: number | null
  rejectedFile: string | null
  note: string
  uploadedBy: string | null
  createdAt: Date
  publishedAt: Date | null
}

/** A version as lists show it. */
export type ListedVersion = Pick<FileVersion, 'id' | 'number' | 'name' | 'state' | 'rowCount' | 'byteSize' | 'note' | 'createdAt' | 'publishedAt'>

/** Why an upload is taken away; stands in public. */
export const DeleteForm = Type.Object({ reason: Type.String({ minLength: 10, maxLength: 500 }) })
