import type { PageT } from '../locales/index.ts'
import type { Block } from '@modellregion/standards'
import type { Overview } from './overview.ts'
import { keepingOf, labelOf, ruleWord, sourceWord, whyOf } from './say.ts'

type Levels = readonly [likely: 'low' | 'middle' | 'high', harm: 'low' | 'middle' | 'high']
// Judged before measures; the controller confirms or changes it in the review.
const risks: Readonly<Record<'attendance' | 'staffroom' | 'difference' | 'pupils' | 'outside' | 'source', Levels>> = {
  attendance: ['middle', 'high'],
  staffroom: ['high', 'high'],
  difference: ['low', 'middle'],
  pupils: ['middle', 'middle'],
  outside: ['low', 'middle'],
  source: ['middle', 'middle'],
}
const riskIds = ['attendance', 'staffroom', 'difference', 'pupils', 'outside', 'source'] as const

/**
 * The text of an impact assessment after Art. 35 (7) GDPR, made from the configuration: description, necessity, risks, measures. The order follows
 * Kurzpapier Nr. 5 of the German data protection conference. The same blocks make the page and the PDF.
 */
export function assessmentBlocks(t: PageT, overview: Overview, language: 'de' | 'en', town: string): Block[] {
  const series = overview.measured.reduce((sum, row) => sum + row.series, 0)
  return [
    heading(t('protection.dpia.why')),
    text(t('protection.dpia.why-text')),
    heading(t('protection.dpia.what')),
    text(t('protection.dpia.what-text', { town, schools: overview.schools, series })),
    table(
      [t('protection.column.what'), t('protection.column.why'), t('protection.column.where'), t('protection.column.who'), t('protection.column.how-long')],
      overview.measured.map((row) => [labelOf(row.quantity, language), whyOf(t, row.quantity), t('protection.where', row), t(`protection.audience.${row.audience}`), keepingOf(t, row, overview.sealedDays)]),
    ),
    heading(t('protection.sources'), 3),
    overview.sources.length === 0 ? text(t('protection.sources-none')) : list(overview.sources.map((source) => sourceWord(t, source))),
    heading(t('protection.rules'), 3),
    text(t('protection.rules-text')),
    list(overview.ruleKeys.filter(({ enabled }) => enabled).map((rule) => ruleWord(t, rule))),
    overview.presence.length === 0 ? text(t('protection.presence-none')) : text(t('protection.presence-some')),
    ...(overview.presence.length === 0 ? [] : [list(overview.presence.map(({ school, reason, councilOn }) => `${school}: ${reason} (${councilOn ?? '–'})`))]),
    heading(t('protection.dpia.purpose')),
    text(t('protection.dpia.purpose-text')),
    heading(t('protection.dpia.need')),
    text(t('protection.dpia.need-text')),
    table(
      [t('protection.column.what'), ...overview.measured[0]?.views.map(({ role }) => t(`protection.role.${role}`)) ?? []],
      overview.measured.filter(({ audience }) => audience !== 'public').map((row) => [labelOf(row.quantity, language), ...row.views.map(({ resolution }) => t(`protection.resolution.${resolution}`))]),
    ),
    text(t('protection.short.sealed', { n: overview.sealed })),
    heading(t('protection.dpia.risks')),
    table(
      [t('protection.dpia.risk'), t('protection.dpia.likely'), t('protection.dpia.harm'), t('protection.dpia.measure')],
      riskIds.map((risk) => [t(`protection.dpia.risk.${risk}`), t(`protection.dpia.level.${risks[risk][0]}`), t(`protection.dpia.level.${risks[risk][1]}`), t(`protection.dpia.measure.${risk}`)]),
    ),
    heading(t('protection.dpia.rest')),
    text(t('protection.dpia.rest-text')),
    heading(t('protection.dpia.consult')),
    text(t('protection.dpia.consult-text')),
    heading(t('protection.dpia.review')),
    text(t('protection.dpia.review-text')),
  ]
}

const plain = (words: string) => [{ kind: 'text' as const, text: words }]
const heading = (words: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text: words })
const text = (words: string): Block => ({ kind: 'paragraph', pieces: plain(words) })
const list = (items: readonly string[]): Block => ({ kind: 'list', ordered: false, items: items.map(plain) })
const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({ kind: 'table', head: head.map(plain), rows: rows.map((row) => row.map(plain)) })
