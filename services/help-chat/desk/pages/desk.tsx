import { Island, PageHead, Stack } from '@modellregion/ui'
import type { Say } from '@modellregion/kernel/words'
import type { de } from '../../locales/de.ts'
import { HelpDesk, type HelpDeskProps } from './help-desk.island.tsx'

export type DeskPageProps = { t: Say<typeof de>; island: HelpDeskProps }

/** Where script runs the island takes over; without it this says why it cannot be done without, and what can. */
export function DeskPage({ t, island }: DeskPageProps) {
  return (
    <>
      <noscript>
        <Stack>
          <PageHead title={t('desk.title')} />
          <p>{t('desk.without-script')}</p>
          <p>{t('desk.without-script-works')}</p>
          <ul class="mr-list">
            {deskLinks.map(({ href, key }) => (
              <li key={href}>
                <a class="mr-inline" href={href}>
                  {t(key)}
                </a>
              </li>
            ))}
          </ul>
        </Stack>
      </noscript>
      <div class="mr-scripted">
        <Island name="help-desk" of={HelpDesk} props={island} />
      </div>
    </>
  )
}

/** What confidants do elsewhere, without keys. */
export const deskLinks = [
  { href: '/help-chat/office/me', key: 'desk.link.profile' },
  { href: '/help-chat/course', key: 'desk.link.course' },
  { href: '/help-chat/desk/notices', key: 'desk.link.notices' },
  { href: '/account', key: 'desk.link.account' },
] as const
