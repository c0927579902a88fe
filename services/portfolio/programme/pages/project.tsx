import { DescriptionList, type Entry, LinkButton, MoreLink, Note, PageHead, Row, Section, Split, Stack, Stepper } from '@modellregion/ui'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { projectPath } from '../record.ts'
import type { Oddity } from '../rules/oddities.ts'
import { isFixed, isOpen } from '../rules/period.ts'
import { isEnding, lacks, nextStages, type Need } from '../rules/stage.ts'
import { kdnFields, stages, type ChangeKind, type History, type Project } from '../schema.ts'
import { AmountTable } from './amount-table.tsx'
import { ChangeList } from './change-list.tsx'
import { CourseList } from './course-list.tsx'
import { OddityList } from './oddity-list.tsx'
import { LinkList, PartnerList, PromiseList } from './project-lists.tsx'
import { SourceList, SourceMark, type Sources } from './sources.tsx'
import { Marks, StageTag } from './stage-tag.tsx'

export type ProjectPageProps = {
  t: PageT
  project: Project
  history: History
  sources: Sources
  oddities: readonly Oddity[]
  today: PlainDate
  /** What a list that was read in left out of the stages before. */
  missing: readonly Need[]
  /** Our own service that goes on with the idea. */
  service: { readonly id: string; readonly name: string; readonly href: string } | undefined
  grantLinks: readonly { readonly href: string; readonly key: 'grant.link.account' | 'grant.link.bookings' | 'grant.link.statements' }[]
  /** What was done a moment ago. */
  saved: ChangeKind | undefined
  may: { edit: boolean; /** Keep the texts. */ describe: boolean; review: boolean; /** Take it out, while it is nothing but an idea. */ remove: boolean }
}

/** A project: what it is about, how far it is, what it costs, and what others can take over; every figure with its source. */
export function ProjectPage(props: ProjectPageProps) {
  const { t, project, history, sources, oddities, service, saved, may } = props
  return (
    <>
      {saved !== undefined && saved !== 'import' ? <Note kind="ok" role="status" level={0} title={t(`programme.saved.${saved}`)} /> : null}
      <PageHead title={project.name} lead={project.summary === '' ? undefined : project.summary}>
        <Row>
          <StageTag t={t} stage={project.stage} />
          <Marks t={t} project={project} />
        </Row>
        {project.aliases.length > 0 ? <p>{t('programme.project.also', { names: t.format.list(project.aliases) })}</p> : null}
        <Actions t={t} project={project} may={may} />
      </PageHead>
      <Split>
        <Stack gap="l">
          {project.origin === 'invented' ? (
            <Note kind="warn" level={0} title={t('programme.project.invented')}>
              {t('programme.project.invented-why')}
            </Note>
          ) : null}
          {props.missing.length > 0 ? (
            <Note kind="info" level={0} title={t('programme.import.skipped')}>
              {t('programme.import.skipped-what', { needs: t.format.list(props.missing.map((need) => t(`programme.need.${need}`))) })}
            </Note>
          ) : null}
          <Way t={t} project={project} history={history} missing={props.missing} />
          <Texts {...props} />
          {project.promises.length > 0 ? (
            <Section id="reuse" title={t('programme.project.reuse')}>
              <PromiseList t={t} project={project} />
            </Section>
          ) : null}
          <Section id="money" title={t('programme.project.money')}>
            <Stack>
              <AmountTable t={t} amounts={history.amounts} sources={sources} />
              {props.grantLinks.length > 0 ? (
                <Stack gap="s">
                  <h3>{t('programme.project.accounting')}</h3>
                  <Row>
                    {props.grantLinks.map(({ href, key }) => (
                      <MoreLink key={href} href={href}>
                        {t(key)}
                      </MoreLink>
                    ))}
                  </Row>
                </Stack>
              ) : null}
            </Stack>
          </Section>
          <Facts t={t} project={project} />
          <Section id="course" title={t('programme.project.time')}>
            <CourseList t={t} project={project} history={history} sources={sources} />
          </Section>
          {oddities.length > 0 ? (
            <Section id="odd" title={t('programme.project.odd')}>
              <OddityList t={t} oddities={oddities} />
            </Section>
          ) : null}
          {may.review && history.changes.length > 0 ? (
            <Section id="changes" title={t('programme.project.changes')}>
              <Stack gap="s">
                <p class="mr-small mr-muted">{t('programme.project.changes-lead')}</p>
                <ChangeList t={t} changes={history.changes} />
              </Stack>
            </Section>
          ) : null}
          <SourceList t={t} sources={sources} />
        </Stack>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('programme.project.glance')}</h2>
          <DescriptionList stacked entries={glanceOf(props)} />
          {service ? (
            <Stack gap="s">
              <h3>{t('programme.project.continued')}</h3>
              <MoreLink href={service.href}>{t('programme.project.continued-go', { service: service.name })}</MoreLink>
              <MoreLink href={`/portfolio/reuse?service=${service.id}`}>{t('programme.project.reuse-service')}</MoreLink>
            </Stack>
          ) : null}
        </aside>
      </Split>
    </>
  )
}

function Actions({ t, project, may }: Pick<ProjectPageProps, 't' | 'project' | 'may'>) {
  const href = projectPath(project.slug)
  if (!may.edit && !may.describe) return null
  const [moving, describing] = [
    [...(isOpen(project) ? [['period', isFixed(project) && project.endsOn !== null ? 'extend' : 'period'] as const] : []), ['amount', 'amount'] as const],
    [['edit', 'edit'], ['kdn', 'kdn']] as const,
  ]
  return (
    <Row>
      {may.edit && nextStages(project.stage).length > 0 ? <LinkButton href={`${href}/stage`}>{t('programme.do.stage')}</LinkButton> : null}
      {[...(may.describe ? describing : []), ...(may.edit ? moving : [])].map(([at, key]) => (
        <LinkButton key={at} href={`${href}/${at}`} kind="quiet">
          {t(`programme.do.${key}`)}
        </LinkButton>
      ))}
      {may.remove ? (
        <LinkButton href={`${href}/remove`} kind="bare">
          {t('programme.remove.title')}
        </LinkButton>
      ) : null}
    </Row>
  )
}

// Ideas and applications came before every grant; what a list left out is open, and what comes later is done when somebody says so.
function Way({ t, project, history, missing }: Pick<ProjectPageProps, 't' | 'project' | 'history' | 'missing'>) {
  if (isEnding(project.stage)) return null
  const at = stages.findIndex((stage) => stage === project.stage)
  const isLeftOut = (stage: (typeof stages)[number]): boolean => missing.length > 0 && lacks(project, stage)
  const isDone = (stage: (typeof stages)[number], n: number): boolean => n < at && !isLeftOut(stage) && (n <= 2 || history.steps.some((step) => step.stage === stage))
  return <Stepper label={t('programme.project.stages')} words={{ done: t('programme.stage.done') }} steps={stages.map((stage, n) => ({ label: t(`programme.stage.${stage}`), state: n === at ? 'current' : isDone(stage, n) ? 'done' : 'open' }))} />
}

function Texts({ t, project, sources }: ProjectPageProps) {
  const parts = [
    { id: 'status', title: t('programme.project.status'), text: project.status || (project.origin === 'report' && project.kind === 'project' ? t('programme.project.status-none') : '') },
    { id: 'results', title: t('programme.project.results'), text: project.results },
    { id: 'notes', title: t('programme.project.notes'), text: project.notes },
  ].filter(({ text }) => text !== '')
  return (
    <>
      {parts.map(({ id, title, text }) => (
        <Section key={id} id={id} title={title}>
          <div class="mr-text">
            {text.split(/\n+/).map((paragraph, at, all) => (
              <p key={paragraph}>
                {paragraph}
                {at === all.length - 1 && project[id === 'status' ? 'status' : id === 'results' ? 'results' : 'notes'] !== '' ? <SourceMark t={t} source={project.source} sources={sources} /> : null}
              </p>
            ))}
          </div>
        </Section>
      ))}
    </>
  )
}

function Facts({ t, project }: Pick<ProjectPageProps, 't' | 'project'>) {
  return (
    <>
      {project.partners.length > 0 ? (
        <Section id="partners" title={t('programme.project.partners')}>
          <PartnerList t={t} project={project} />
        </Section>
      ) : null}
      {project.links.length > 0 ? (
        <Section id="links" title={t('programme.project.links')}>
          <LinkList t={t} links={project.links} />
        </Section>
      ) : null}
      {project.kdn && Object.keys(project.kdn).length > 0 ? (
        <Section id="kdn" title={t('programme.project.kdn')}>
          <DescriptionList entries={kdnOf(t, project.kdn)} />
        </Section>
      ) : null}
    </>
  )
}

const kdnOf = (t: PageT, kdn: NonNullable<Project['kdn']>): Entry[] => kdnFields.flatMap((field) => (kdn[field] ? [{ term: t(`programme.kdn.${field}`), value: kdn[field] }] : []))

function glanceOf({ t, project, today }: ProjectPageProps): Entry[] {
  const { number, nameInTable, name, startsOn, endsOn, originalEndsOn, grantCents, totalCents, kind } = project
  return [
    ...(number !== null && kind === 'project' ? [{ term: t('programme.project.number'), value: String(number) }] : []),
    ...(nameInTable !== null && nameInTable !== name ? [{ term: t('programme.project.in-table'), value: nameInTable }] : []),
    { term: t('programme.table.stage'), value: t(`programme.stage.${project.stage}`) },
    ...(startsOn !== null && endsOn !== null
      ? [
          {
            term: t('programme.table.period'),
            value: (
              <>
                {t('programme.table.range', { from: startsOn, until: endsOn })}
                {originalEndsOn === null ? null : (
                  <>
                    <br />
                    {t('programme.table.original', { day: originalEndsOn })}
                  </>
                )}
                <br />
                <small class="mr-muted">{endsOn < today ? t('programme.project.period-over', { day: endsOn }) : t('programme.project.period-left', { day: endsOn, today })}</small>
              </>
            ),
          },
        ]
      : []),
    ...(grantCents === null ? [] : [{ term: t('programme.table.grant'), value: t.format.money(grantCents) }]),
    ...(totalCents === null ? [] : [{ term: t('programme.table.total'), value: t.format.money(totalCents) }]),
  ]
}
