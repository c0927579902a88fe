import { Island, LinkButton, MoreLink, PageHead, Section, Split } from '@modellregion/ui'
import type { Words } from '../../app/say.ts'
import type { T } from '../../locales/index.ts'
import type { Film } from '../film/view.ts'
import { libraryPath, type Library } from '../view.ts'
import { FilmFigure } from './film.tsx'
import { HelpKnowledge } from './help-knowledge.island.tsx'

export type HomeProps = { t: T; library: Library; locale: string; words: Words; film: Film }

/** The first page: numbers for whoever is in need, knowledge before anything else, then somebody to write to. */
export function HomePage({ t, library, locale, words, film }: HomeProps) {
  const urgent = library.numbers.filter(({ id, isEmergency }) => isEmergency || id === 'telefonseelsorge')
  return (
    <>
      <PageHead title={t('knowledge.title')} lead={t('knowledge.lead').replaceAll('**', '')}>
        <p>
          <LinkButton kind="quiet" href="#write">
            {t('knowledge.write')}
          </LinkButton>
        </p>
      </PageHead>
      <div class="mr-stack-m">
        <div class="mr-note mr-note--bad">
          <h2 class="mr-note__title">{t('knowledge.now')}</h2>
          <ul class="mr-row mr-list">
            {urgent.map(({ id, tel, phone, name }) => (
              <li key={id}>
                <a class="mr-num" href={tel}>{`${name} ${phone}`}</a>
              </li>
            ))}
            <li>
              <a href="/help-chat/numbers">{t('knowledge.now-all')}</a>
            </li>
          </ul>
        </div>
        <Split>
          <div>
            <Section title={t('knowledge.learn')} id="learn">
              <Island
                name="help-knowledge"
                of={HelpKnowledge}
                props={{ words, libraryHref: libraryPath(locale), isLeicht: library.isLeicht, articles: library.articles.map(({ id, title, lead, group }) => ({ id, title, lead, group })) }}
              />
              <div class="mr-row">
                <MoreLink href="/help-chat/knowledge">{t('knowledge.all-title')}</MoreLink>
                <MoreLink href="/help-chat/knowledge/everything">{t('knowledge.everything')}</MoreLink>
              </div>
            </Section>
          </div>
          <div>
            <Section title={t('knowledge.write')} id="write">
              <div class="mr-stack">
                <p>{t('knowledge.write-text')}</p>
                <p>
                  <LinkButton href="/help-chat/case">{t('knowledge.write-start')}</LinkButton>
                </p>
                <p>
                  <a href="/help-chat/confidants">{t('knowledge.confidants')}</a>
                </p>
                <p>
                  <a href="/help-chat/knowledge/two-lanes">{t('knowledge.two-lanes')}</a>
                </p>
              </div>
            </Section>
            <Section title={t('knowledge.safe')} id="safe">
              <div class="mr-text">
                <ul>
                  {([1, 2, 3] as const).map((n) => (
                    <li key={n}>{t(`knowledge.safe-${n}`).replaceAll('**', '')}</li>
                  ))}
                </ul>
              </div>
              <p>
                <MoreLink href="/help-chat/protection">{t('knowledge.safe-more')}</MoreLink>
              </p>
              <p>
                <MoreLink href="/help-chat/app">{t('knowledge.offline')}</MoreLink>
              </p>
            </Section>
            <FilmFigure t={t} film={film} />
          </div>
        </Split>
      </div>
    </>
  )
}
