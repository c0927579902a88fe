import { DescriptionList, LinkButton, Note, PageHead, Section, Stack, type Entry } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Tenant } from '../../tenancy/index.ts'
import type { SourceFacts } from '../publiccode.ts'
import { Paragraphs, textClass } from './paragraphs.tsx'

type Texts = { t: Say<KernelWords> }

/** Who offers these pages: § 5 DDG, § 18 MStV. */
export function ImprintPage({ t, tenant, demo }: Texts & { tenant: Tenant; demo: boolean }) {
  const { contact, kind, name } = tenant
  return (
    <>
      <PageHead title={t('portal.imprint-title')} />
      <Stack gap="l">
        {demo ? (
          <Note kind="warn" title={t('frame.demo')}>
            {t('portal.imprint-demo')}
          </Note>
        ) : null}
        <Section id="provider" title={t('portal.imprint-provider')}>
          <DescriptionList entries={[{ term: t('admin.town-name'), value: `${kind} ${name}` }, ...contactEntries(t, tenant)]} />
        </Section>
        {contact.responsible === '' ? null : (
          <Section id="responsible" title={t('portal.imprint-responsible')}>
            <p>{contact.responsible}</p>
          </Section>
        )}
        <Section id="software" title={t('portal.imprint-software')}>
          <Paragraphs lines={t.lines('portal.imprint-software-text')} />
          <p>
            <a href="/source">{t('portal.source-title')}</a>
          </p>
        </Section>
      </Stack>
    </>
  )
}

/** How to reach the town; what it has not entered is left out. */
export function contactEntries(t: Say<KernelWords>, { contact }: Pick<Tenant, 'contact'>): Entry[] {
  const phone = contact.phone === '' ? undefined : <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
  const mail = contact.mail === '' ? undefined : <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
  return [
    { term: t('portal.imprint-contact'), value: [contact.office, contact.address].filter(Boolean).join(', ') },
    { term: t('frame.hours'), value: contact.hours },
    { term: t('frame.phone'), value: phone },
    { term: t('frame.mail'), value: mail },
  ].filter(({ value }) => value !== undefined && value !== '')
}

/** Licence and source: what the EUPL asks the operator to offer. */
export function SourcePage({ t, facts }: Texts & { facts: SourceFacts }) {
  const entries = [
    { term: t('portal.source-licence'), value: <a href="https://eupl.eu/1.2/de">{facts.licence}</a> },
    { term: t('portal.source-version'), value: facts.version },
    { term: t('portal.source-where'), value: facts.url === undefined ? t('portal.source-unknown') : <a href={facts.url}>{facts.url}</a> },
  ]
  return (
    <div class="mr-text">
      <PageHead title={t('portal.source-title')} />
      <Stack gap="l">
        <Paragraphs lines={t.lines('portal.source-lead')} />
        <DescriptionList entries={entries} />
        <Paragraphs lines={t.lines('portal.source-rights')} />
      </Stack>
    </div>
  )
}

/** Content, navigation, accessibility and what else there is: the explanations of § 3 BITVNRW and § 4 BITV 2.0. */
export function EasyLanguagePage({ t, tenant, services }: Texts & { tenant: Tenant; services: readonly { href: string; name: string; sentence: string }[] }) {
  return (
    <div class={textClass(t)}>
      <PageHead title={t('portal.easy-title')} />
      <Stack gap="l">
        <Section id="content" title={t('portal.easy-content-title')}>
          <Paragraphs lines={t.lines('portal.easy-intro')} />
          <ul>
            {services.map((service) => (
              <li key={service.href}>
                <a href={service.href}>{service.name}</a>
                <br />
                {service.sentence}
              </li>
            ))}
          </ul>
        </Section>
        <Section id="navigation" title={t('portal.easy-navigation-title')}>
          <Paragraphs lines={t.lines('portal.easy-navigation')} />
        </Section>
        <Section id="accessibility" title={t('portal.easy-accessibility-title')}>
          <Paragraphs lines={t.lines('portal.easy-accessibility-text')} />
          <p>
            <a href="/accessibility">{t('portal.accessibility-title')}</a>
          </p>
          <p>
            <a href="/feedback">{t('portal.feedback-heading')}</a>
          </p>
        </Section>
        <Section id="more" title={t('portal.easy-more-title')}>
          <Paragraphs lines={t.lines('portal.easy-more')} />
          {t.locale === 'de-x-leicht' ? null : (
            <p>
              <LinkButton href="/leichte-sprache?lang=de-x-leicht">{t('portal.easy-switch')}</LinkButton>
            </p>
          )}
        </Section>
        <Section id="help" title={t('portal.easy-help')}>
          <DescriptionList entries={contactEntries(t, tenant)} />
        </Section>
      </Stack>
    </div>
  )
}

/** Honest while there is no video: what is missing, what the law promises, whom to ask. */
export function SignLanguagePage({ t, tenant }: Texts & { tenant: Tenant }) {
  return (
    <div class={textClass(t)}>
      <PageHead title={t('portal.sign-title')} />
      <Stack gap="l">
        <div class="mr-stack">
          <Paragraphs lines={t.lines('portal.sign-none')} />
          <Paragraphs lines={t.lines('portal.sign-law')} />
          <Paragraphs lines={t.lines('portal.sign-interpreter')} />
        </div>
        <Section id="ask" title={t('portal.sign-ask')}>
          <div class="mr-stack">
            <DescriptionList entries={contactEntries(t, tenant)} />
            <p>
              <LinkButton kind="quiet" href="/feedback?page=/gebaerdensprache">
                {t('portal.feedback-heading')}
              </LinkButton>
            </p>
          </div>
        </Section>
      </Stack>
    </div>
  )
}

/** Shown by the service worker when there is no network; holds nothing about the person. */
export function OfflinePage({ t, phone }: Texts & { phone: string }) {
  return (
    <>
      <PageHead title={t('portal.offline-title')}>
        <Paragraphs lines={t.lines('portal.offline-text')} />
        {phone === '' ? null : <Paragraphs lines={t.lines('portal.offline-phone', { phone })} />}
      </PageHead>
      <p>
        <LinkButton href="/">{t('portal.offline-retry')}</LinkButton>
      </p>
    </>
  )
}
