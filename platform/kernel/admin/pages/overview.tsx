import { Card, Grid, Icon, type RailLink } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import { Console } from './console.tsx'

type Props = { t: Say<KernelWords>; sections: readonly Omit<RailLink, 'current'>[]; reports: number; deadJobs: number; requests: number; reviews: number; town: string }

/** What waits, then where to go. */
export function OverviewPage({ t, sections, reports, deadJobs, requests, reviews, town }: Props) {
  const waits = [
    { count: reports, href: '/admin/feedback', text: () => t.count('admin.open-reports', reports) },
    { count: deadJobs, href: '/admin/jobs?state=dead', text: () => t.count('admin.jobs-dead', deadJobs) },
    { count: requests, href: '/admin/people/requests', text: () => t.count('admin.requests-waiting', requests) },
    { count: reviews, href: '/admin/people/review', text: () => t.count('admin.review-overdue', reviews) },
  ].filter(({ count }) => count > 0)
  return (
    <Console t={t} title={`${t('admin.title')}: ${town}`} lead={t('admin.lead')}>
      {waits.length === 0 ? (
        <p>{t('admin.nothing-waits')}</p>
      ) : (
        <ul class="mr-list">
          {waits.map((wait) => (
            <li key={wait.href}>
              <a href={wait.href}>{wait.text()}</a>
            </li>
          ))}
        </ul>
      )}
      <Grid min={15}>
        {sections
          .filter(({ href }) => href !== '/admin')
          .map((section) => (
            <Card key={section.href}>
              <h2 class="mr-h3 mr-card__entry">
                <Icon name={section.icon} />
                <a href={section.href}>{section.label}</a>
              </h2>
            </Card>
          ))}
      </Grid>
    </Console>
  )
}
