import { MoreLink, Note, Stack } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { reuseClassesInOrder, type Project, type ProjectLink } from '../schema.ts'

/** Who takes part: as the table of the source says, and as its text does where that differs. */
export function PartnerList({ t, project: { partners, partnersInText } }: { t: PageT; project: Pick<Project, 'partners' | 'partnersInText'> }) {
  const isUnknown = partners.length > 1 && partners.every(({ role }) => role === null)
  return (
    <Stack gap="s">
      {partnersInText.length > 0 ? <h3>{t('programme.project.partners-table')}</h3> : null}
      <ul class="mr-list mr-stack-s">
        {partners.map(({ name, role }) => (
          <li key={name}>
            {name}
            {role === 'lead' && partners.length > 1 ? ` (${t('programme.project.lead')})` : null}
          </li>
        ))}
      </ul>
      {isUnknown ? <p class="mr-small mr-muted">{t('programme.project.lead-unknown')}</p> : null}
      {partnersInText.length > 0 ? (
        <>
          <h3>{t('programme.project.partners-text')}</h3>
          <ul class="mr-list mr-stack-s">
            {partnersInText.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Stack>
  )
}

export function LinkList({ t, links }: { t: PageT; links: readonly ProjectLink[] }) {
  return (
    <ul class="mr-list mr-stack-s">
      {links.map(({ kind, url, label }) => (
        <li key={`${kind} ${url}`}>
          {t(`programme.link.${kind}`)}: <a href={url}>{label === '' ? url : label}</a>
        </li>
      ))}
    </ul>
  )
}

/** What the project promises others, class by class, in its own words; each leads to what the catalogue has of that class. */
export function PromiseList({ t, project: { promises } }: { t: PageT; project: Pick<Project, 'promises'> }) {
  const ordered = reuseClassesInOrder.flatMap((one) => promises.filter((promise) => promise.class === one))
  return (
    <Stack>
      {ordered.map(({ class: of, text, label }) => (
        <Note key={`${of} ${text}`} level={3} icon="box" title={t(`programme.class.${of}`)}>
          <p>{text}</p>
          {label === undefined ? null : <p class="mr-small mr-muted">{t('programme.project.heading-of-source', { label })}</p>}
          <MoreLink href={`/portfolio/reuse?class=${of}`}>{t('programme.project.reuse-find', { class: t(`programme.class.${of}`) })}</MoreLink>
        </Note>
      ))}
    </Stack>
  )
}
