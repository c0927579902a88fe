import { EmptyState, LinkButton, PageHead, Stack } from '@modellregion/ui'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Offer } from '../catalogue.ts'
import { OfferCards, TownSearch } from './front.tsx'

type Props = { t: Say<KernelWords>; town: string; offers: readonly Offer[]; situation: string | undefined }

/** All services of the town, or those of one life situation. */
export function ServicesPage({ t, town, offers, situation }: Props) {
  return (
    <>
      <PageHead title={situation === undefined ? t('portal.services') : t('portal.services-in', { situation })} lead={t('portal.services-lead', { town })}>
        <TownSearch t={t} />
      </PageHead>
      <Stack gap="l">
        {offers.length === 0 ? (
          <EmptyState level={2} title={t('portal.services-title')} text={t('portal.services-none')} actions={<LinkButton kind="quiet" href="/">{t('http.home')}</LinkButton>} />
        ) : (
          <OfferCards offers={offers} level={2} />
        )}
        {situation === undefined ? null : (
          <p>
            <LinkButton kind="quiet" href="/services">
              {t('portal.services-all')}
            </LinkButton>
          </p>
        )}
      </Stack>
    </>
  )
}
