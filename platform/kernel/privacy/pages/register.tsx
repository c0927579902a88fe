import { DataTable, DescriptionList, LinkButton, PageHead, Prose, Row, Section, Stack } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { RegisterLine } from '../register.ts'

type Props = {
  t: Say<KernelWords>
  town: string
  contact: { office: string; address: string; mail: string; responsible: string; dataProtection: string }
  parts: readonly { id: string; name: string; lines: readonly RegisterLine[] }[]
}

export function RegisterPage({ t, town, contact, parts }: Props) {
  const people = [
    { term: t('privacy.controller'), value: `${town}, ${contact.office}, ${contact.address}` },
    { term: t('privacy.officer'), value: <a href={`mailto:${contact.dataProtection}`}>{contact.dataProtection}</a> },
  ]
  return (
    <>
      <PageHead title={t('privacy.title')} lead={t('privacy.lead')} />
      <Stack gap="l">
        <DescriptionList entries={people} />
        <Section title={t('privacy.rights')} id="rights">
          <Prose>
            <p>{t('privacy.rights-text')}</p>
            <h3>{t('privacy.complaint')}</h3>
            <p>{t('privacy.complaint-text')}</p>
          </Prose>
        </Section>
        <Section title={t('portal.cookies-title')} id="cookies">
          <Prose>
            {t.lines('cookies.none').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Prose>
        </Section>
        <p>{t('privacy.generated')}</p>
        {parts.map((part) => (
          <Section key={part.id} title={part.name} id={`register-${part.id}`}>
            <DataTable id={`table-${part.id}`} caption={t('privacy.register-of', { service: part.name })} hideCaption columns={columnsOf(t)} rows={part.lines} />
          </Section>
        ))}
        <Row>
          <LinkButton href="/privacy.csv" kind="quiet" icon="download" download>
            {t('privacy.register-csv')}
          </LinkButton>
        </Row>
      </Stack>
    </>
  )
}

const columnsOf = (t: Say<KernelWords>) => [
  { key: 'purpose', head: t('privacy.purpose'), cell: (line: RegisterLine) => line.purpose, rowHead: true },
  { key: 'data', head: t('privacy.data'), cell: (line: RegisterLine) => line.data },
  { key: 'basis', head: t('privacy.basis'), cell: (line: RegisterLine) => line.legalBasis },
  { key: 'retention', head: t('privacy.retention'), cell: (line: RegisterLine) => line.retention },
  { key: 'recipients', head: t('privacy.recipients'), cell: (line: RegisterLine) => line.recipients },
]
