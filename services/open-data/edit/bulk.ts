import type { Dataset } from '../dcat/schema.ts'
import { commonQuestions } from './files.ts'
import { questions } from './questions.ts'
import type { DatasetQuestion } from './schema.ts'

/** What is to be said of several datasets at once. Absent: stays as it is. */
export type BulkChange = {
  readonly license?: string | undefined
  readonly attribution?: string | undefined
  readonly frequency?: string | undefined
  readonly theme?: string | undefined
  readonly contactOffice?: string | undefined
  readonly contactEmail?: string | undefined
  readonly addKeywords?: readonly string[] | undefined
  readonly removeKeywords?: readonly string[] | undefined
}

const named = (name: string): DatasetQuestion => {
  const found = [...commonQuestions, ...Object.values(questions).flat()].find((question) => question.name === name)
  if (!found) throw new Error(`There is no question "${name}".`)
  return found
}

const single = [['license', named('license-all')], ['attribution', named('attribution-all')], ['frequency', named('frequency')], ['theme', named('theme')], ['contactOffice', named('contact-office')], ['contactEmail', named('contact-email')]] as const
const keyword = named('keyword')

/** The questions a bulk change may answer, in the order of the page. */
export const bulkQuestions: readonly DatasetQuestion[] = [...single.map(([, question]) => question), keyword]

/** The description with the change; keywords that were there already are not doubled. */
export function applyBulk(dataset: Dataset, change: BulkChange): Dataset {
  const answered = single.reduce((changed, [key, question]) => (change[key] === undefined ? changed : question.write(changed, [change[key]])), dataset)
  const gone = new Set((change.removeKeywords ?? []).map((word) => word.toLowerCase()))
  const kept = keyword.read(answered).filter((word) => !gone.has(word.toLowerCase()))
  const has = new Set(kept.map((word) => word.toLowerCase()))
  return keyword.write(answered, [...kept, ...(change.addKeywords ?? []).filter((word) => !has.has(word.toLowerCase()))])
}

export const changesSomething = (change: BulkChange): boolean => Object.values(change).some((value) => value !== undefined && value.length > 0)
