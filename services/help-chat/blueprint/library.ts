import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '@modellregion/kernel'
import { holdTogether, showCompounds } from '@modellregion/kernel/words'
import { fillIn, type Here } from './inline.ts'
import { readDocument } from './reader.ts'
import type { Parsed } from './text.ts'

/** What the blueprint holds: every document once, in the order of the list. The texts stand in `content/<language>/`. */
export const documents = [
  { id: 'launch-kit', group: 'launch' },
  { id: 'launch-texts', group: 'launch' },
  { id: 'poster', group: 'launch' },
  { id: 'leaflet', group: 'launch' },
  { id: 'staff-council', group: 'launch' },
  { id: 'roles', group: 'rules' },
  { id: 'works-agreement', group: 'rules' },
  { id: 'joint-office', group: 'rules' },
  { id: 'reporting-procedure', group: 'rules' },
  { id: 'data-protection-impact', group: 'rules' },
  { id: 'retention-plan', group: 'rules' },
] as const
export type DocumentId = (typeof documents)[number]['id']
export type Group = (typeof documents)[number]['group']

/** The lessons of the course for confidants, in order. */
export const lessons = ['role', 'first-contact', 'harassment', 'bullying', 'crisis', 'two-lanes', 'conflict-of-interest', 'anonymity', 'care'] as const
export type LessonId = (typeof lessons)[number]

export const isDocument = (id: string): id is DocumentId => documents.some((document) => document.id === id)
export const isLesson = (id: string): id is LessonId => (lessons as readonly string[]).includes(id)

/** Folder of a language below `content/`. */
export type Tongue = 'de' | 'en' | 'leicht'
const tongueOf = (locale: Locale): Tongue => (locale === 'de-x-leicht' ? 'leicht' : locale)
export const localeOf = (tongue: Tongue): Locale => (tongue === 'leicht' ? 'de-x-leicht' : tongue)

/** A document in the language that was found: Leichte Sprache exists for what employees must understand, else German stands in and the page says so. */
export type Found = Parsed & { tongue: Tongue; source: string }

const content = join(import.meta.dirname, 'content')
const kept = new Map<string, string | undefined>()

// The texts are part of the code and never change while it runs.
function sourceOf(tongue: Tongue, path: string): string | undefined {
  const file = join(content, tongue, `${path}.md`)
  if (!kept.has(file)) kept.set(file, existsSync(file) ? readFileSync(file, 'utf8') : undefined)
  return kept.get(file)
}

function find(path: string, locale: Locale, here: Here): Found {
  const wanted = tongueOf(locale)
  const tongue = sourceOf(wanted, path) === undefined ? 'de' : wanted
  const raw = sourceOf(tongue, path)
  if (raw === undefined) throw new Error(`The blueprint lacks content/de/${path}.md`)
  const source = fillIn(holdTogether(tongue === 'leicht' ? showCompounds(raw, 'hyphen') : raw), here)
  try {
    return { ...readDocument(source), tongue, source }
  } catch (error) {
    throw new Error(`content/${tongue}/${path}.md: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

export const findDocument = (id: DocumentId, locale: Locale, here: Here): Found => find(id, locale, here)
export const findLesson = (id: LessonId, locale: Locale, here: Here): Found => find(`course/${id}`, locale, here)
/** The bank of questions, as a document; `exam/bank.ts` reads it. */
export const findBank = (locale: Locale, here: Here): Found => find('course/test', locale, here)

/** Whether the text exists in Leichte Sprache. */
export const isEasy = (id: DocumentId): boolean => sourceOf('leicht', id) !== undefined
