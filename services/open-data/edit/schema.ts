import type { Dataset, Distribution } from '../dcat/schema.ts'
import type { Lens } from './lens.ts'

/** The steps of the editor, in their order. */
export const steps = ['what', 'files', 'when', 'who', 'legal', 'send'] as const
export type Step = (typeof steps)[number]

/** How an answer is given. `tags` are divided by commas, `lines` and `links` by lines; the others take one answer. */
export type Kind = 'line' | 'text' | 'tags' | 'lines' | 'links' | 'choice' | 'choices' | 'date' | 'mail' | 'phone' | 'url' | 'places' | 'number' | 'duration'

export type VocabularyName = 'themes' | 'licences' | 'fileTypes' | 'languages' | 'frequencies' | 'accessRights' | 'availabilities' | 'statuses' | 'datasetTypes' | 'hvdCategories' | 'levels' | 'contributors' | 'series'

/** A question of the editor about a dataset or one of its files. */
export type Question<T> = Lens<T> & {
  /** Name of the field; `edit.field.<name>` in the words. */
  readonly name: string
  readonly kind: Kind
  /** Where in the description the answer stands, as findings of the check name it. */
  readonly path: string
  /** Asked on request only. */
  readonly folded?: true
  readonly from?: VocabularyName
  /** Letters at most. */
  readonly max?: number
}
export type DatasetQuestion = Question<Dataset>
export type FileQuestion = Question<Distribution>

/** Why a typed text is no answer; `edit.problem.<code>` in the words. */
export type Problem = 'mail' | 'phone' | 'url' | 'date' | 'place' | 'number' | 'duration' | 'too-long' | 'not-offered'

/** A description without files from which an organisation begins its next one. */
export type Template = { id: string; organisationId: string; title: string; document: Dataset; createdAt: Date }
