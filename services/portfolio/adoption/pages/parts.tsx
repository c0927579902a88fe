import { Tag, type TagKind } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { isAbout, type AboutPath } from '../rules/parts.ts'
import type { Standing } from '../rules/standing.ts'
import type { ReuseFinding } from '../schema.ts'

export const adoptionHref = (id: string, more = ''): string => `/portfolio/adoption/${id}${more}`

const tones: Readonly<Record<Standing, TagKind>> = { current: 'ok', upstream: 'warn', ours: 'plain', both: 'warn', gone: 'bad', lost: 'bad', unserved: 'bad', installing: 'info', ended: 'plain' }
/** How a thing stands to its original, in words. */
export const StandingTag = ({ t, standing }: { t: PageT; standing: Standing }) => <Tag kind={tones[standing]}>{t(`adoption.standing.${standing}`)}</Tag>

const aboutNames = { 'about:title.de': 'adoption.part.title-de', 'about:title.en': 'adoption.part.title-en', 'about:summary.de': 'adoption.part.summary-de', 'about:summary.en': 'adoption.part.summary-en' } as const satisfies Record<AboutPath, string>
/** What a part of a comparison is called: title and summary in words, a file by its path. */
export const partName = (t: PageT, path: string): string => (isAbout(path) ? t(aboutNames[path]) : path)

const inReader = (t: PageT, { de, en }: { readonly de: string; readonly en: string }): string => (t.locale === 'en' ? en : de)

/** What a kind says against files, with the place. */
export function Findings({ t, findings }: { t: PageT; findings: readonly ReuseFinding[] }) {
  return (
    <ul class="mr-text">
      {findings.map((finding, at) => (
        <li key={at}>
          {t(`adoption.finding.${finding.level}`)}: {inReader(t, finding.message)}
          {finding.path === undefined ? null : ` (${finding.line === undefined ? finding.path : t('adoption.finding.place', { path: finding.path, line: finding.line })})`}
        </li>
      ))}
    </ul>
  )
}
