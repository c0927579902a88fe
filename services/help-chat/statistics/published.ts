import type { Publication } from '@modellregion/kernel'
import type { Statistic } from './schema.ts'

/** A statistic as it was last published; undefined before the first time. */
export type Published = { readonly statistic: Statistic; readonly publication: Publication | undefined }
