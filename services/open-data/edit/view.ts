import type { Typed } from '@modellregion/kernel'
import type { CheckFinding } from '../check/schema.ts'
import type { Concept, Dataset } from '../dcat/schema.ts'
import type { T } from '../locales/index.ts'
import { accessRights, availabilities, contributors, datasetTypes, distributionStatuses, fileTypes, frequencies, geocodingLevels, hvdCategories, labelOf, languages, licences, themes } from '../vocabulary/lists.ts'
import { isShort, shownAs } from './answers.ts'
import type { FieldView, Remark } from './pages/answer-field.tsx'
import type { DatasetQuestion, Problem, VocabularyName } from './schema.ts'

const lists: Readonly<Record<Exclude<VocabularyName, 'series'>, readonly Concept[]>> = {
  themes: themes.concepts, licences: licences.concepts, fileTypes: fileTypes.concepts, languages: languages.concepts, frequencies: frequencies.concepts, accessRights: accessRights.concepts,
  availabilities: availabilities.concepts, statuses: distributionStatuses.concepts, datasetTypes: datasetTypes.concepts, hvdCategories: hvdCategories.concepts, levels: geocodingLevels.concepts, contributors: contributors.concepts,
} // prettier-ignore

export type Offer = { value: string; label: string }
export type Viewed = {
  dataset: Dataset
  questions: readonly DatasetQuestion[]
  /** What was sent and not taken; shown instead of the draft's answers. */
  typed?: Typed | undefined
  problems?: ReadonlyMap<string, Problem> | undefined
  findings?: readonly CheckFinding[] | undefined
  /** Violations are errors of their field, because the person has just said that they are done with it. */
  strict?: boolean
  series?: readonly Offer[]
  /** Keywords the office has used before, to tick. */
  usual?: readonly string[]
}

/** The questions of a page with their answers, and what is to be said about them. */
export function fieldsOf(t: T, { dataset, questions, typed, problems, findings = [], strict = false, series = [], usual = [] }: Viewed): FieldView[] {
  return questions.flatMap((question) => {
    const problem = problems?.get(question.name)
    const about = findings.filter(({ field }) => isAbout(question, field))
    const violation = strict ? about.find(({ severity }) => severity === 'violation') : undefined
    const offered = offersOf(t, question, series)
    const value = problem === undefined ? shownAs(question, question.read(dataset)) : (typed?.[question.name] ?? '')
    // A list nobody has filled yet is not asked about.
    if (question.from === 'series' && offered?.choices.length === 0) return []
    return [
      {
        question,
        label: t.find(`edit.field.${question.name}`) ?? question.name,
        hint: t.find(`edit.field.${question.name}.hint`),
        value,
        error: problem === undefined ? violation && sentenceOf(t, violation) : t(`edit.problem.${problem}`),
        remarks: about.filter((finding) => finding !== violation).map((finding) => remarkOf(t, finding)),
        suggested: question.name === 'keyword' ? usual.filter((word) => !question.read(dataset).includes(word)).slice(0, 8) : [],
        offered: offered && { ...offered, choices: withUnknown(offered.choices, [value].flat()) },
      },
    ]
  })
}

export const remarkOf = (t: T, { code, severity, values }: CheckFinding): Remark => ({ severity, text: t.find(code, values) ?? code, next: t.find(`${code}.advice`, values) })
const sentenceOf = (t: T, finding: CheckFinding): string => [t.find(finding.code, finding.values), t.find(`${finding.code}.advice`, finding.values)].filter(Boolean).join(' ')

/** Findings name the part they mean: of `contactPoint` the first question about contacts speaks, of `contactPoint[0].email` the one about mail. */
export function isAbout({ path }: Pick<DatasetQuestion, 'path'>, field: string): boolean {
  return path === field || field.startsWith(`${path}[`) || (isLead(path) && path.startsWith(`${field}[0].`)) || (isLead(path) && path.startsWith(`${field}.`))
}
// The first question of a group stands for the whole of it.
const leads = new Set(['contactPoint[0].email', 'temporal[0].startDate', 'maintainer[0].name', 'originator[0].name', 'creator[0].name', 'contributor[0].name'])
const isLead = (path: string): boolean => leads.has(path)

function offersOf(t: T, { from }: DatasetQuestion, series: readonly Offer[]): FieldView['offered'] {
  if (from === undefined) return undefined
  if (from === 'series') return { few: false, choices: series }
  const language = t.locale === 'en' ? 'en' : 'de'
  return { few: isShort(from), choices: lists[from].map((concept) => ({ value: concept.uri, label: labelOf(concept, language) })).toSorted((a, b) => (isShort(from) && from !== 'themes' ? 0 : a.label.localeCompare(b.label, language))) }
}

// An answer that is on no list stays, and is seen.
const withUnknown = (choices: readonly Offer[], values: readonly string[]): readonly Offer[] => [...choices, ...values.filter((value) => value !== '' && !choices.some((choice) => choice.value === value)).map((value) => ({ value, label: value }))]

/** An answer as people read it in a summary; empty when there is none. */
export function answerIn(t: T, question: DatasetQuestion, dataset: Dataset): string {
  const answers = question.read(dataset)
  const language = t.locale === 'en' ? 'en' : 'de'
  if (question.from !== undefined && question.from !== 'series') {
    const byUri = new Map(lists[question.from].map((concept) => [concept.uri, labelOf(concept, language)]))
    return answers.map((uri) => byUri.get(uri) ?? uri).join(', ')
  }
  return [shownAs(question, answers)].flat().join(', ').replaceAll('\n', ', ')
}
