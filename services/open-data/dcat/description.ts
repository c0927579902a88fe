import type { Term } from '../rdf/graph.ts'
import { textOf, warn } from './record.ts'
import type { Notes } from './record.ts'
import { DESCRIPTION_LENGTH } from './rules.ts'
import { hasMarkup, safeText } from './safe-text.ts'
import type { LanguageText } from './schema.ts'

/** Descriptions as safe text; removed markup and cut length are reported. */
export function readDescription(terms: readonly Term[], notes: Notes, field: string): LanguageText {
  return textOf(terms, notes, field, (raw) => cleanDescription(raw, notes, field))
}

/** The same for one text of any source. */
export function cleanDescription(raw: string, notes: Notes, field: string): string {
  const cut = raw.length > DESCRIPTION_LENGTH
  if (cut) warn(notes, 'open-data.dataset.description-too-long', field, `${raw.length} > ${DESCRIPTION_LENGTH}`)
  const text = cut ? `${raw.slice(0, DESCRIPTION_LENGTH)}…` : raw
  if (/<(?:script|iframe|object|embed|style)\b|\bon\w+\s*=|javascript:/i.test(text) && hasMarkup(text)) warn(notes, 'open-data.dataset.html-removed', field, text.slice(0, 120))
  return safeText(text)
}
