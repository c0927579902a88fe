import { BarChart, Button, Checkboxes, ChartFrame, DescriptionList, EmptyState, Form, FormEnd, LinkButton, Note, PageHead, Section, Stack, Tag } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { plainDate } from '@modellregion/standards'
import type { Publication, PublishedResult } from '../schema.ts'
import { comparedText, measureText, placeText, quantityName } from './say.ts'

export type PublicLine = { publication: Publication; school: string; slug: string }

/** Everything that schools have made public, and by whose consent: a role, never a name. */
export function PublicPage({ t, lines, portal }: { t: PageT; lines: readonly PublicLine[]; portal: boolean }) {
  return (
    <>
      <PageHead title={t('lesson.public.title')} lead={t('lesson.public.lead')}>
        {portal ? (
          <LinkButton kind="quiet" href="/open-data">
            {t('lesson.public.portal')}
          </LinkButton>
        ) : null}
      </PageHead>
      <Stack gap="l">
        {lines.length === 0 ? <EmptyState level={2} icon="data" title={t('lesson.public.none')} text={t('lesson.public.none-next')} /> : null}
        {lines.map(({ publication, school, slug }) => (
          <Section key={publication.id} id={`p-${publication.id}`} title={publication.content ? publication.content.title : t(`lesson.public.kind.${publication.kind}`)}>
            <Stack>
              <p>
                <a href={`/smart-school/school/${slug}`}>{school}</a>
              </p>
              {publication.content ? <Published t={t} id={publication.id} content={publication.content} /> : <p>{t(`lesson.public.about.${publication.kind}`)}</p>}
              <Consent t={t} publication={publication} />
            </Stack>
          </Section>
        ))}
        <p class="mr-small mr-muted">{t('lesson.public.protection')}</p>
      </Stack>
    </>
  )
}

function Consent({ t, publication }: { t: PageT; publication: Publication }) {
  const { decidedAt, licence, from, scope } = publication
  return (
    <DescriptionList
      entries={[
        ...(decidedAt ? [{ term: t('lesson.public.consent'), value: t('lesson.public.by-lead', { at: decidedAt }) }] : []),
        ...(scope.length > 0 ? [{ term: t('lesson.public.scope'), value: t.format.list(scope.map((one) => quantityName(t, one))) }] : []),
        { term: t('lesson.public.since'), value: t.format.date(from) },
        { term: t('lesson.plan.licence'), value: t(`lesson.licence.${licence}`) },
      ]}
    />
  )
}

/** What is public of an experiment. */
export function Published({ t, id, content, level = 3 }: { t: PageT; id: string; content: PublishedResult; level?: 2 | 3 }) {
  const { quantity, comparison } = content
  const say = (value: number): string => comparedText(t, { comparison, quantity }, value)
  const none = t('lesson.result.none')
  const known = content.places.flatMap(({ letter, value }) => (value === null ? [] : [{ label: placeText(t, quantity, { letter }), value: comparison === 'above' ? value * 100 : value }]))
  return (
    <Stack>
      <DescriptionList
        entries={[
          { term: t('lesson.field.question'), value: content.question },
          { term: t('lesson.field.hypothesis'), value: content.hypothesis },
          { term: t('lesson.field.period'), value: t('lesson.period', { from: plainDate(content.from), until: plainDate(content.until) }) },
          { term: t('lesson.field.conclusion'), value: content.conclusion },
          ...(content.chance === null ? [] : [{ term: t('lesson.public.chance'), value: t('lesson.public.chance-text', { share: content.chance }) }]),
        ]}
      />
      <ChartFrame
        id={`chart-${id}`}
        level={level}
        finding={`${quantityName(t, quantity)}: ${measureText(t, content, quantity)}`}
        unit={t(`lesson.times.${content.times}`)}
        source={t(`lesson.source.${content.times}`)}
        table={{
          heads: [t('lesson.result.place'), t('lesson.result.value'), t('lesson.result.spread'), t('lesson.result.count')],
          rows: content.places.map((row) => [placeText(t, quantity, row), row.value === null ? none : say(row.value), row.low === null || row.high === null ? none : t('lesson.range', { from: say(row.low), to: say(row.high) }), t.format.number(row.count)]),
        }}
        words={{ asTable: t('lesson.as-table') }}
      >
        <BarChart label={quantityName(t, quantity)} bars={known} format={(value) => (comparison === 'above' ? t.format.percent(value / 100, 0) : say(value))} />
      </ChartFrame>
    </Stack>
  )
}

export type DecideProps = { t: PageT; csrf: string; publication: Publication; school: string; preview: PublishedResult | null; may: { decide: boolean; withdraw: boolean } }

/** What the school's lead reads before they consent: exactly what becomes public, for whom, under which licence, and how it ends. */
export function DecidePage({ t, csrf, publication, school, preview, may }: DecideProps) {
  const state = publication.withdrawnAt ? 'withdrawn' : (publication.decision ?? 'waiting')
  const action = `/smart-school/lesson/publication/${publication.id}`
  return (
    <>
      <PageHead title={t('lesson.decide.title')} lead={t(`lesson.decide.lead-${publication.kind}`, { school })}>
        <p>
          <Tag kind={state === 'consented' ? 'ok' : 'info'}>{t(`lesson.decide.state.${state}`)}</Tag>
        </p>
      </PageHead>
      <Stack gap="l">
        <Consent t={t} publication={publication} />
        {preview ? <Published t={t} id="preview" content={preview} level={2} /> : <p>{t(`lesson.public.about.${publication.kind}`)}</p>}
        <Note title={t('lesson.decide.means')} level={2}>
          <ul class="mr-list">
            {(['everybody', 'rooms', 'licence', 'end'] as const).map((key) => (
              <li key={key}>{t(`lesson.decide.means-${key}`, { licence: t(`lesson.licence.${publication.licence}`) })}</li>
            ))}
          </ul>
        </Note>
        {may.decide && state === 'waiting' ? (
          <div class="mr-row">
            <Form action={`${action}/consent`} csrf={csrf} bare>
              <Button>{t('lesson.decide.consent')}</Button>
            </Form>
            <Form action={`${action}/refuse`} csrf={csrf} bare>
              <Button kind="quiet">{t('lesson.decide.refuse')}</Button>
            </Form>
          </div>
        ) : null}
        {may.withdraw && (state === 'waiting' || state === 'consented') ? (
          <Form action={`${action}/withdraw`} csrf={csrf} bare>
            <Button kind="danger">{t(state === 'waiting' ? 'lesson.decide.take-back' : 'lesson.decide.withdraw')}</Button>
          </Form>
        ) : null}
      </Stack>
    </>
  )
}

export type SchoolPublicProps = { t: PageT; csrf: string; slug: string; publications: readonly Publication[]; energies: readonly { id: string; label: string }[]; may: { propose: boolean } }

/** Public series of a school: proposed here, decided by its lead. */
export function SchoolPublications({ t, csrf, slug, publications, energies, may }: SchoolPublicProps) {
  const open = publications.filter(({ kind, withdrawnAt, decision }) => kind !== 'experiment' && withdrawnAt === null && decision !== 'refused')
  const isOpen = (kind: Publication['kind']): boolean => open.some((one) => one.kind === kind)
  return (
    <Section id="open-data" title={t('lesson.school.publish')}>
      <Stack>
        {open.map((one) => (
          <p key={one.id} class="mr-row">
            <a href={`/smart-school/lesson/publication/${one.id}`}>{t(`lesson.public.kind.${one.kind}`)}</a>
            <Tag kind={one.decision === 'consented' ? 'ok' : 'info'}>{t(`lesson.decide.state.${one.decision ?? 'waiting'}`)}</Tag>
          </p>
        ))}
        {may.propose && !isOpen('energy') && energies.length > 0 ? (
          <Form action={`/smart-school/school/${slug}/lessons/publish`} csrf={csrf} hidden={{ kind: 'energy' }}>
            <Checkboxes name="scope" label={t('lesson.school.energy')} hint={t('lesson.public.about.energy')} choices={energies.map(({ id, label }) => ({ value: id, label }))} values={energies.map(({ id }) => id)} />
            <FormEnd>
              <Button kind="quiet">{t('lesson.school.propose-energy')}</Button>
            </FormEnd>
          </Form>
        ) : null}
        {may.propose && !isOpen('air') ? (
          <Form action={`/smart-school/school/${slug}/lessons/publish`} csrf={csrf} hidden={{ kind: 'air' }} bare>
            <p>{t('lesson.public.about.air')}</p>
            <Button kind="quiet">{t('lesson.school.propose-air')}</Button>
          </Form>
        ) : null}
      </Stack>
    </Section>
  )
}
