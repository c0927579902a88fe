import { kernelWords, page, type Answer, type Ask, type Typed } from '@modellregion/kernel'
import { checkDataset } from '../check/check.ts'
import type { CheckFinding } from '../check/schema.ts'
import { seriesIri } from '../api/catalogue/iris.ts'
import { inLanguage } from '../dataset/record.ts'
import type { Draft } from '../draft/schema.ts'
import { words, type T } from '../locales/index.ts'
import { draftPath } from './menu.ts'
import { staffPage } from '../staff/menu.ts'
import { StepPage } from './pages/step.tsx'
import type { EditorHead } from './pages/editor.tsx'
import type { Quality } from './pages/quality-panel.tsx'
import { listEntries } from '../series/queries.ts'
import { listOwnOrganisations, listUsualKeywords } from './queries.ts'
import { indicators, qualityOf, type Improvement } from './quality.ts'
import { questions } from './questions.ts'
import type { News } from './save.ts'
import { steps, type Problem, type Step } from './schema.ts'
import { fieldsOf, isAbout } from './view.ts'

export type Asks = Pick<Ask, 'say' | 'csrf' | 'may' | 'url' | 'read' | 'actor'>

/** What a page of the editor shows beyond the draft itself. */
export type Shown = { typed?: Typed; problems?: ReadonlyMap<string, Problem>; news?: News | undefined; strict?: boolean }

/** A step of questions. */
export async function showStep(ask: Asks, draft: Draft, step: Exclude<Step, 'files' | 'send'>, { typed, problems, news, strict = false }: Shown = {}): Promise<Answer> {
  const t = ask.say(words)
  const findings = checkDataset(draft.document)
  const { own, usual, series } = await ask.read(async (db) => ({
    own: step === 'who' ? await listOwnOrganisations(db, ask.actor.id ?? '') : [],
    usual: step === 'what' ? (await listUsualKeywords(db, draft.organisationId, 12)).map(({ word }) => word) : [],
    series: step === 'legal' ? await listEntries(db, 'series') : [],
  }))
  const fields = fieldsOf(t, {
    dataset: draft.document, questions: questions[step], typed, problems, findings: strict ? findings : [], strict, usual,
    series: series.map(({ name, title }) => ({ value: seriesIri(ask.url.origin, name), label: title })),
  }) // prettier-ignore
  const count = fields.filter(({ error }) => error !== undefined).length
  return page(
    StepPage,
    {
      t, csrf: ask.csrf(), head: headOf(draft, step, findings), revision: draft.revision, fields, held: count > 0,
      errorTitle: errorTitle(ask, count), news: news && newsOf(t, news), quality: qualityPanel(t, draft, step),
      organisation: own.length > 0 ? { value: draft.organisationId, choices: own.map(({ id, title }) => ({ value: id, label: title })) } : undefined,
    }, // prettier-ignore
    staffPage(ask, { title: t(`edit.step.${step}.title`), ...(count > 0 && { status: 422, hasErrors: true }) }),
  )
}

export const errorTitle = (ask: Pick<Ask, 'say'>, count: number): string => ask.say(kernelWords).count('form.errors', count)
export const newsOf = (t: T, { by, questions }: News) => ({ by, labels: questions.map(({ name }) => t.find(`edit.field.${name}`) ?? name) })

export function headOf(draft: Draft, step: Step, findings: readonly CheckFinding[]): EditorHead {
  const open = new Set(findings.filter(({ severity }) => severity === 'violation').map(({ field }) => stepOf(field)))
  return { id: draft.id, title: inLanguage(draft.document.title) ?? '', step, changedAt: draft.changedAt, done: steps.filter((one) => one !== 'send' && !open.has(one) && (one !== 'files' || draft.document.distribution.length > 0)) }
}

/** The step in which what a finding is about can be mended. */
export function stepOf(field: string): Step {
  if (field.startsWith('distribution')) return 'files'
  if (field === 'publisher' || field.startsWith('publisher')) return 'who'
  return steps.find((step) => questions[step].some((question) => isAbout(question, field))) ?? 'legal'
}

/** What the panel beside the questions needs, also to count on by itself while somebody types. */
export function qualityPanel(t: T, { id, document }: Pick<Draft, 'id' | 'document'>, step: Step, file?: string): Quality {
  const { points, grade, next } = qualityOf(document)
  const steps = next.slice(0, 3).map(({ id: indicator, gain, place }) => ({ id: indicator, gain, label: adviceOn(t, indicator), href: draftPath(id, place) }))
  return { id, draft: document, step, file, view: { points, grade: t(`edit.grade.${grade}`), steps }, advice: Object.fromEntries(indicators.map((indicator) => [indicator, adviceOn(t, indicator)])) }
}

/** What to do about an indicator, in words. */
export const adviceOn = (t: T, indicator: Improvement['id']): string => (indicator === 'file' ? t('edit.quality.file') : t(`open-data.quality.${indicator}.advice`))
