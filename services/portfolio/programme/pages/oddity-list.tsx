import type { PageT } from '../../locales/index.ts'
import { projectPath } from '../record.ts'
import type { Oddity } from '../rules/oddities.ts'

/** What in the report does not fit together, as sentences; `linked` leads to the project they are about. */
export function OddityList({ t, oddities, linked }: { t: PageT; oddities: readonly Oddity[]; linked?: boolean | undefined }) {
  return (
    <div class="mr-text">
      <ul>
        {oddities.map((oddity) => {
          const text = sentenceOf(t, oddity)
          return <li key={text}>{linked && 'slug' in oddity ? <Linked text={text} name={oddity.name} slug={oddity.slug} /> : text}</li>
        })}
      </ul>
    </div>
  )
}

// Each of these sentences begins with the name of its project.
function Linked({ text, name, slug }: { text: string; name: string; slug: string }) {
  if (!text.startsWith(name)) return <>{text}</>
  return (
    <>
      <a href={projectPath(slug)}>{name}</a>
      {text.slice(name.length)}
    </>
  )
}

function sentenceOf(t: PageT, oddity: Oddity): string {
  switch (oddity.code) {
    case 'sum':
      return sumSentences(t, oddity)
    case 'remark':
      return oddity.text
    case 'more-after':
      return t('programme.odd.more-after', { before: t(`programme.funnel.${oddity.before}`), after: t(`programme.funnel.${oddity.after}`), first: oddity.first, second: oddity.second })
    case 'count':
      return t('programme.odd.count', oddity)
    case 'video-short':
      return t('programme.odd.video-short', oddity)
    case 'video-missing':
      return t('programme.odd.video-missing', oddity)
    case 'status-missing':
      return t('programme.odd.status-missing', oddity)
    case 'names-differ':
      return t('programme.odd.names-differ', { name: oddity.name, inTable: oddity.nameInTable })
    case 'partners-differ':
      return t('programme.odd.partners-differ', { name: oddity.name, inTable: t.format.list(oddity.inTable), inText: t.format.list(oddity.inText) })
  }
}

/** Says only what the figures bear out: which sum is below or above, and whether any of them fits. */
function sumSentences(t: PageT, { said, projects, office, all, withPartners, withPartnersCount: n }: Extract<Oddity, { code: 'sum' }>): string {
  return [
    t('programme.odd.sum-said', { said }),
    office > 0 ? t('programme.odd.sum-with-office', { projects, all }) : t('programme.odd.sum-projects', { projects }),
    said > all ? t('programme.odd.sum-less', { cents: said - all }) : t('programme.odd.sum-more', { cents: all - said }),
    ...(n > 0 ? [t('programme.odd.sum-partners', { n, partners: withPartners })] : []),
    ...(n > 0 && withPartners === said ? [t('programme.odd.sum-fits')] : projects === said ? [t('programme.odd.sum-fits-projects')] : office > 0 || n > 0 ? [t('programme.odd.sum-none')] : []),
  ].join(' ')
}
