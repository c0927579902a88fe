import { Island, PageHead, Section } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import { packWords } from '../words.ts'
import { HelpGuard } from './help-guard.island.tsx'

/** Keeping the app on a device: what it brings, what it leaves there, and how it goes away. */
export function AppPage({ t, name, locale }: { t: T; name: string; locale: string }) {
  return (
    <>
      <PageHead title={t('app.title')} lead={t('app.lead')} />
      <div class="mr-text">
        <p>{t('app.brings')}</p>
        <p>{t('app.leaves')}</p>
        <p>{t('app.exit-keeps')}</p>
      </div>
      <Section title={t('app.here')} id="here">
        <Island name="help-guard" of={HelpGuard} props={{ words: packWords(t, 'app.guard.'), lang: locale, place: 'app' as const }} />
        <p class="mr-unscripted">{t('app.unscripted')}</p>
      </Section>
      <Section title={t('app.install-title')} id="install">
        <div class="mr-text">
          <p>{t('app.install', { name })}</p>
          <p>
            <a href="/help-chat/app/version">{t('app.version-title')}</a>
          </p>
        </div>
      </Section>
    </>
  )
}
