import { Button, DataTable, DescriptionList, ErrorSummary, Form, LinkButton, Note, PageHead, Row, Section, Stack, Tag } from '@modellregion/ui'
import type { FormErrors, Typed } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { textOf, type LocalisedText } from '../../shelf/schema.ts'
import type { FileMerge } from '../rules/merge-files.ts'
import type { Standing } from '../rules/standing.ts'
import type { Adoption, Installation, InstallationVersion, Lesson, ReuseFinding } from '../schema.ts'
import { MergeForm, type Seen } from './merge.tsx'
import { PackageNote, type ListedPackage } from './packages.tsx'
import { adoptionHref, Findings, StandingTag } from './parts.tsx'

export type AdoptionProps = {
  t: PageT
  csrf: string
  title: LocalisedText
  adoption: Adoption
  lessons: readonly Lesson[]
  entryHref: string | undefined
  /** Where its original lies in another installation. */
  original: ListedPackage | undefined
  from: string
  /** Absent where the town has only said that it uses something. */
  thing: { installation: Installation; standing: Standing; kind: string; newest: { label: string; number: number } | undefined; merges: readonly FileMerge[]; /** Of the original, where it is another one by now. */ otherLicence: string | undefined; canTake: boolean; seen: Seen; versions: readonly InstallationVersion[] } | undefined
  typed: Typed
  errors: FormErrors
  left: readonly string[]
  findings: readonly ReuseFinding[]
  note: 'taken' | 'updated' | 'restored' | 'reported' | 'ended' | 'looked' | 'changed' | undefined
  mayEdit: boolean
}

/** One thing that was taken over: where it is from, how both sides stand, what can be taken over now, and what the register says. */
export function AdoptionPage(props: AdoptionProps) {
  const { t, title, adoption, thing, errors, findings, note, mayEdit } = props
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return (
    <Stack gap="l">
      <ErrorSummary title={t.count('form.errors', Math.max(1, listed.length))} errors={listed} />
      {note === undefined ? null : (
        <Note kind={note === 'changed' ? 'warn' : 'ok'} role={note === 'changed' ? 'alert' : 'status'} title={t(`adoption.note.${note}`)}>
          {t(`adoption.note.${note}.text`)}
        </Note>
      )}
      {findings.length > 0 ? (
        <Note kind="bad" role="alert" title={t('adoption.merge.refused')}>
          <Findings t={t} findings={findings} />
        </Note>
      ) : null}
      <PageHead title={textOf(title, t.locale)} lead={thing ? t(`adoption.lead.${thing.standing}`) : t(`adoption.lead-use.${adoption.state}`)}>
        <Row>
          {thing ? <StandingTag t={t} standing={thing.standing} /> : <Tag>{t(`adoption.state.${adoption.state}`)}</Tag>}
          {thing?.installation.href && thing.standing !== 'lost' ? (
            <LinkButton kind="quiet" href={thing.installation.href}>
              {t('adoption.open')}
            </LinkButton>
          ) : null}
        </Row>
      </PageHead>
      <PackageNote t={t} csrf={props.csrf} original={props.original} mayEdit={mayEdit} />
      <Origin {...props} />
      {thing?.otherLicence === undefined ? null : (
        <Note kind="warn" title={t('adoption.licence.other', { licence: thing.otherLicence })}>
          {t('adoption.licence.other.text', { ours: thing.installation.licence, theirs: thing.otherLicence })}
        </Note>
      )}
      {thing ? <Compare {...props} thing={thing} /> : null}
      <Register {...props} />
      {thing && thing.versions.length > 0 ? <Earlier t={t} id={adoption.id} versions={thing.versions} /> : null}
      {mayEdit && adoption.state !== 'ended' ? (
        <p>
          <LinkButton kind="bare" href={adoptionHref(adoption.id, '/end')}>
            {t('adoption.end.title')}
          </LinkButton>
        </p>
      ) : null}
    </Stack>
  )
}

function Origin({ t, thing, entryHref, from, original, adoption }: AdoptionProps) {
  const facts = thing
    ? [
        { term: t('adoption.origin.kind'), value: thing.kind },
        { term: t('adoption.origin.version'), value: `${thing.installation.versionLabel} (${thing.installation.versionNumber})` },
        { term: t('adoption.column.newest'), value: thing.newest ? `${thing.newest.label} (${thing.newest.number})` : t('adoption.origin.gone') },
        { term: t('adoption.origin.licence'), value: thing.installation.licence },
        { term: t('adoption.origin.taken'), value: t.format.dateTime(thing.installation.createdAt) },
        { term: t('adoption.origin.hash'), value: <code>{thing.installation.baseSha256.slice(0, 16)}</code> },
        ...(thing.installation.sourceUrl === null ? [] : [{ term: t('adoption.origin.source'), value: <a href={thing.installation.sourceUrl}>{thing.installation.sourceUrl}</a> }]),
        ...(original?.readAt ? [{ term: t('adoption.packages.read'), value: t.format.dateTime(original.readAt) }] : []),
      ]
    : [{ term: t('adoption.origin.version'), value: adoption.versionLabel || '–' }]
  return (
    <Section id="origin" title={t('adoption.origin.title')}>
      <DescriptionList entries={[{ term: t('adoption.origin.from'), value: from }, ...(entryHref === undefined ? [] : [{ term: t('adoption.origin.entry'), value: <a href={entryHref}>{t('adoption.origin.entry-link')}</a> }]), ...facts]} />
    </Section>
  )
}

function Compare(props: AdoptionProps & { thing: NonNullable<AdoptionProps['thing']> }) {
  const { t, csrf, adoption, thing, typed, errors, left, mayEdit } = props
  const { standing } = thing
  if (standing === 'current' || standing === 'installing' || standing === 'unserved' || standing === 'ended') return null
  return (
    <div class="mr-stack-l">
      <div class="mr-stack-s">
        <h2>{t('adoption.merge.title')}</h2>
        <p>{t(`adoption.merge.intro.${standing}`)}</p>
      </div>
      <MergeForm t={t} csrf={csrf} action={adoptionHref(adoption.id, '/update')} merges={thing.merges} seen={thing.seen} typed={typed} errors={errors} mayEdit={mayEdit && thing.canTake} left={left} />
    </div>
  )
}

function Register({ t, csrf, adoption, lessons, mayEdit }: AdoptionProps) {
  const named = adoption.consent !== 'counted'
  const contact = [adoption.contactOffice, adoption.contactEmail].filter(Boolean).join(', ')
  return (
    <Section id="register" title={t('adoption.register.title')}>
      <Stack>
        <DescriptionList
          entries={[
            { term: t('adoption.field.consent'), value: t(`adoption.consent.${adoption.consent}`) },
            { term: t('adoption.column.state'), value: t(`adoption.state.${adoption.state}`) },
            { term: t('adoption.column.since'), value: t.format.date(adoption.since) },
            { term: t('adoption.column.effort'), value: adoption.effortDays === null ? t('adoption.register.unsaid') : t.count('adoption.days', adoption.effortDays) },
            { term: t('adoption.column.once'), value: adoption.onceCents === null ? t('adoption.register.unsaid') : t.format.money(adoption.onceCents) },
            { term: t('adoption.column.yearly'), value: adoption.yearlyCents === null ? t('adoption.register.unsaid') : t.format.money(adoption.yearlyCents) },
            { term: t('adoption.column.contact'), value: contact || t('adoption.register.unsaid') },
            ...lessons.map(({ kind, text }) => ({ term: t(`adoption.lesson.${kind}`), value: text })),
          ]}
        />
        {mayEdit && adoption.state !== 'ended' ? (
          <Row>
            <LinkButton kind="quiet" href={adoptionHref(adoption.id, '/report')}>
              {t('adoption.report.open')}
            </LinkButton>
            {named ? (
              <Form action={adoptionHref(adoption.id, '/withdraw')} csrf={csrf} bare>
                <Button kind="bare">{t('adoption.register.withdraw')}</Button>
              </Form>
            ) : null}
          </Row>
        ) : null}
      </Stack>
    </Section>
  )
}

function Earlier({ t, id, versions }: { t: PageT; id: string; versions: readonly InstallationVersion[] }) {
  return (
    <Section id="versions" title={t('adoption.versions.title')}>
      <Stack>
        <p>{t('adoption.versions.lead')}</p>
        <DataTable
          id="earlier"
          caption={t('adoption.versions.title')}
          hideCaption
          rows={versions}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', head: t('adoption.versions.number'), rowHead: true, cell: ({ number }) => <a href={adoptionHref(id, `/version/${number}`)}>{t('adoption.versions.one', { number })}</a> },
            { key: 'why', head: t('adoption.versions.why'), cell: ({ reason }) => t(`adoption.versions.reason.${reason}`) },
            { key: 'base', head: t('adoption.origin.version'), cell: ({ versionLabel, versionNumber }) => `${versionLabel} (${versionNumber})` },
            { key: 'at', head: t('adoption.versions.at'), nowrap: true, cell: ({ createdAt }) => t.format.dateTime(createdAt) },
          ]}
        />
      </Stack>
    </Section>
  )
}
