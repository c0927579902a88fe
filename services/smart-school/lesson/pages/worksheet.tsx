import { LinkButton, MarkdownBlocks, PageHead, Stack, Tabs } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Part } from '../pdf/print.ts'
import type { Experiment } from '../schema.ts'

export type WorksheetProps = { t: PageT; experiment: Experiment; parts: readonly Part[]; tabs: readonly { href: string; label: string; current: boolean }[]; pdfHref: string; back: string }

/** A worksheet to read on the screen, print from the browser, or take as PDF. */
export function WorksheetPage({ t, experiment, parts, tabs, pdfHref, back }: WorksheetProps) {
  return (
    <>
      <PageHead title={t('lesson.sheet.title', { title: experiment.title })}>
        <div class="mr-row">
          <LinkButton href={pdfHref}>{t('lesson.sheet.pdf')}</LinkButton>
          <LinkButton kind="quiet" href={back}>
            {t('lesson.sheet.back')}
          </LinkButton>
        </div>
      </PageHead>
      <Stack gap="l">
        <Tabs label={t('lesson.sheet.levels')} tabs={tabs} />
        <div class="mr-text">
          {parts.map((part, at) => (
            <PartOf key={String(at)} part={part} />
          ))}
        </div>
      </Stack>
    </>
  )
}

function PartOf({ part }: { part: Part }) {
  if (part.kind === 'lines') {
    const height = part.count * 36 + 4
    return (
      <svg class="mr-plot" viewBox={`0 0 680 ${height}`} aria-hidden="true">
        {Array.from({ length: part.count }, (_, at) => (
          <path key={String(at)} class="mr-axis" d={`M0 ${(at + 1) * 36}H680`} />
        ))}
      </svg>
    )
  }
  if (part.kind === 'box')
    return (
      <svg class="mr-plot" viewBox="0 0 680 260" role="img" aria-label={part.label}>
        <path class="mr-axis" d="M40 10V230H670" />
        <text x="48" y="26">
          {part.label}
        </text>
      </svg>
    )
  return <MarkdownBlocks blocks={[part]} />
}
