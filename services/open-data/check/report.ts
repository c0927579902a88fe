import type { Iri, LanguageText } from '../dcat/schema.ts'
import { isListed, type Vocabulary } from '../vocabulary/lists.ts'
import type { CheckFinding, CheckId, Severity } from './schema.ts'

/** Collects findings in the order of the form. */
export type Report = {
  readonly findings: CheckFinding[]
  readonly violation: Note
  readonly warning: Note
  readonly advice: Note
}
type Note = (id: CheckId, field: string, value?: string | number) => void

export function newReport(): Report {
  const findings: CheckFinding[] = []
  const note = (severity: Severity): Note => (id, field, value) => {
    findings.push({ code: `open-data.check.${id}`, severity, field, ...(value === undefined ? {} : { values: { value } }) })
  }
  return { findings, violation: note('violation'), warning: note('warning'), advice: note('advice') }
}

/** A text says something when at least one language has more than blanks. */
export const saysSomething = (text: LanguageText): boolean => Object.values(text).some((words) => words.trim() !== '')

/** Reports values that are not on the list. */
export function fromList(note: Note, id: CheckId, field: string, list: Vocabulary, values: Iri | readonly Iri[] | undefined): void {
  if (typeof values === 'string') {
    if (!isListed(list, values)) note(id, field, values)
    return
  }
  values?.forEach((value, index) => {
    if (!isListed(list, value)) note(id, `${field}[${index}]`, value)
  })
}

/** Reports what no browser could open. */
export function webAddresses(report: Report, field: string, values: readonly Iri[]): void {
  values.forEach((value, index) => {
    if (!/^(?:https?|ftp):\/\/[^\s<>"{}|\\^`]+$/i.test(value) || !URL.canParse(value)) report.violation('address-invalid', `${field}[${index}]`, value)
  })
}
