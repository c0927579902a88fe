import { LinkButton, PageHead, Section, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { SchoolLink } from '../../place/frame.ts'
import { SchoolNav } from '../../place/school-nav.tsx'
import type { School } from '../../store/schema.ts'
import { ExperimentList, type ExperimentLine } from './home.tsx'
import { SchoolPublications, type SchoolPublicProps } from './publication.tsx'

export type SchoolLessonsProps = { t: PageT; school: School; links: readonly SchoolLink[]; lines: readonly ExperimentLine[] | undefined; startHref: string | undefined; published: readonly { id: string; title: string }[]; publish: SchoolPublicProps | undefined }

/** Lessons of one school: its experiments for its staff, what is public for everybody. */
export function SchoolLessons({ t, school, links, lines, startHref, published, publish }: SchoolLessonsProps) {
  return (
    <>
      <PageHead title={t('lesson.school.title', { school: school.name })} lead={t('lesson.school.lead')}>
        <div class="mr-row">
          {startHref ? <LinkButton href={startHref}>{t('lesson.start.title')}</LinkButton> : <LinkButton href="/smart-school/class">{t('lesson.class.enter')}</LinkButton>}
          <LinkButton kind="quiet" href="/smart-school/lesson">
            {t('lesson.plans.title')}
          </LinkButton>
        </div>
      </PageHead>
      <SchoolNav t={t} school={school} active="lessons" links={links} />
      <Stack gap="l">
        {lines ? (
          <Section id="experiments" title={t('lesson.school.experiments')}>
            <ExperimentList t={t} lines={lines} empty={t('lesson.school.none')} />
          </Section>
        ) : null}
        <Section id="published" title={t('lesson.school.published')}>
          {published.length === 0 ? (
            <p>{t('lesson.public.none')}</p>
          ) : (
            <ul class="mr-list mr-stack-s">
              {published.map(({ id, title }) => (
                <li key={id}>
                  <a href={`/smart-school/lesson/open-data#p-${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {publish ? <SchoolPublications {...publish} /> : null}
      </Stack>
    </>
  )
}
