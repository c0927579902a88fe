import { Tabs } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'

type View = 'people' | 'requests' | 'review'
const hrefs: Readonly<Record<View, string>> = { people: '/admin/people', requests: '/admin/people/requests', review: '/admin/people/review' }

/** The three views of who may do what. */
export function PeopleTabs({ t, current, waiting, due }: { t: Say<KernelWords>; current: View; waiting: number; due: number }) {
  const tab = (view: View, label: string, count?: number) => ({ href: hrefs[view], label, count, current: view === current })
  return <Tabs label={t('admin.people-views')} tabs={[tab('people', t('admin.people-all')), tab('requests', t('admin.requests'), waiting), tab('review', t('admin.review'), due)]} />
}
