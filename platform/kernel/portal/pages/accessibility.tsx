import { LinkButton, PageHead, Section, Stack } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import { ombudsOffice, reviewedOn } from '../accessibility-review.ts'
import { Paragraphs, textClass } from './paragraphs.tsx'

type Props = { t: Say<KernelWords>; town: string; address: string }

/** The statement of Art. 7 of Directive (EU) 2016/2102 after the model of Implementing Decision (EU) 2018/1523, § 10d BGG NRW and BITVNRW. */
export function AccessibilityPage({ t, town, address }: Props) {
  return (
    <div class={textClass(t)}>
      <PageHead title={t('portal.accessibility-title')} />
      <Stack gap="l">
        <div class="mr-stack">
          <Paragraphs lines={t.lines('portal.accessibility-lead', { town })} />
          <Paragraphs lines={t.lines('portal.accessibility-scope', { address })} />
          <Paragraphs lines={t.lines('portal.accessibility-basis')} />
        </div>
        <Section id="state" title={t('portal.accessibility-state')}>
          <div class="mr-stack">
            <Paragraphs lines={t.lines('portal.accessibility-state-partly')} />
            <Paragraphs lines={t.lines('portal.accessibility-state-text')} />
          </div>
        </Section>
        <Section id="gaps" title={t('portal.accessibility-gaps')}>
          <ul>
            {(['portal.accessibility-gap-easy', 'portal.accessibility-gap-sign', 'portal.accessibility-gap-maps', 'portal.accessibility-gap-sign-in'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </Section>
        <Section id="report" title={t('portal.accessibility-report')}>
          <div class="mr-stack">
            <Paragraphs lines={t.lines('portal.accessibility-feedback-text')} />
            <p>
              <LinkButton href="/feedback?page=/accessibility">{t('portal.feedback-heading')}</LinkButton>
            </p>
          </div>
        </Section>
        <Section id="procedure" title={t('portal.accessibility-procedure')}>
          <div class="mr-stack">
            <Paragraphs lines={t.lines('portal.accessibility-ombuds-text')} />
            <p>
              {t('portal.accessibility-ombuds-name')}
              <br />
              {t('frame.mail')}: <a href={`mailto:${ombudsOffice.mail}`}>{ombudsOffice.mail}</a>
              <br />
              <a href={ombudsOffice.page}>{t('portal.accessibility-ombuds-page')}</a>
            </p>
          </div>
        </Section>
        <p class="mr-muted">{t('portal.accessibility-prepared', { date: reviewedOn })}</p>
      </Stack>
    </div>
  )
}
