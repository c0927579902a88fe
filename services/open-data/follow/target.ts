import type { UnitOfWork } from '@modellregion/kernel'
import { themeLabel } from '../dataset/labels.ts'
import { findDatasetById, findDatasetByName } from '../dataset/queries.ts'
import { findOrganisation } from '../organisation/queries.ts'
import { findByNumber } from '../request/queries.ts'
import { isPublic } from '../request/rules.ts'
import { themes } from '../vocabulary/lists.ts'
import type { FollowWish } from './schema.ts'

/** What is followed: `subject` as it is kept, a label for letters and lists, the page it belongs to, and its feed. */
export type Target = { subject: string; label: string; page: string; feed: string | undefined }

/** Finds what an address names: a dataset, publisher or request by name or number, a theme by code, a search as in the address. Undefined when there is none. */
export async function findTarget(db: UnitOfWork, { kind, subject }: FollowWish): Promise<Target | undefined> {
  switch (kind) {
    case 'dataset': {
      const dataset = (await findDatasetByName(db, subject)) ?? (isId(subject) ? await findDatasetById(db, subject) : undefined)
      return dataset && !dataset.withdrawnAt ? { subject: dataset.id, label: dataset.title, page: `/open-data/dataset/${dataset.name}`, feed: undefined } : undefined
    }
    case 'organisation': {
      const office = await findOrganisation(db, subject)
      return office && { subject: office.id, label: office.title, page: `/open-data/organisation/${office.name}`, feed: `/open-data/feed.atom?organisation=${office.name}` }
    }
    case 'theme':
      return themes.concepts.some(({ code }) => code === subject) ? { subject, label: themeLabel(subject, 'de'), page: `/open-data/theme/${subject}`, feed: `/open-data/feed.atom?theme=${subject}` } : undefined
    case 'search': {
      const wish = new URLSearchParams(subject)
      wish.delete('page')
      const text = wish.toString()
      return text === '' ? undefined : { subject: text, label: labelOf(wish), page: `/open-data/dataset?${text}`, feed: `/open-data/feed.atom?${text}` }
    }
    case 'request': {
      const request = /^\d{1,9}$/.test(subject) ? await findByNumber(db, Number(subject)) : undefined
      return request && isPublic(request.state) ? { subject: request.id, label: request.title, page: `/open-data/request/${request.number}`, feed: `/open-data/request/${request.number}.atom` } : undefined
    }
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

// The words of the search first, then what it was narrowed by.
function labelOf(wish: URLSearchParams): string {
  const q = wish.get('q')?.trim() ?? ''
  const others = [...wish].filter(([name]) => name !== 'q' && name !== 'sort' && name !== 'as-typed').map(([, value]) => value)
  return [...(q === '' ? [] : [`„${q}“`]), ...others].join(', ') || wish.toString()
}
