import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Document, LinkButton, PageFrame, pageTitle, SearchBox, WorkFrame } from '@modellregion/ui'
import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import { htmlLang, speak, type Say } from '../i18n/index.ts'
import { kernelWords, type KernelWords } from '../locales/index.ts'
import { addressWith } from './address.ts'
import type { PageAnswer } from './answer.ts'
import { failureWords, type Failure } from './failure-words.ts'
import { frameOf } from './frame.ts'
import { nameOf } from './names.ts'
import type { Route } from './route.ts'

const doctype = '<!doctype html>'

/** The whole page around a handler's answer. */
export function renderPage(platform: Platform, service: Service, route: Route, request: FastifyRequest, reply: FastifyReply, answer: PageAnswer): string {
  const say = wordsOf(request)
  const ownTitle = answer.title ?? routeTitle(request, route)
  const serviceTitle = service.id === 'platform' ? undefined : nameOf(request, service)
  const heading = pageTitle({ page: ownTitle, service: serviceTitle, town: request.tenant.name, error: answer.hasErrors ? say('frame.error') : undefined })
  if (!answer.refreshAfter) return shell(platform, request, say, heading, answer.main, answer)
  const isStill = new URLSearchParams(request.url.split('?')[1]).get('still') === '1'
  const main = (
    <>
      {answer.ownStill ? null : <Reloading say={say} url={request.url} isStill={isStill} />}
      {answer.main}
    </>
  )
  return shell(platform, request, say, heading, main, isStill ? withoutRefresh(answer) : answer)
}

// Whoever needs time to read, or types, lets the page stand still and looks again by hand.
function Reloading({ say, url, isStill }: { say: Say<KernelWords>; url: string; isStill: boolean }) {
  return (
    <div class="mr-row mr-small mr-reloading">
      <span class="mr-muted">{say(isStill ? 'frame.stands-still' : 'frame.reloads')}</span>
      {isStill ? <a href={url}>{say('frame.look-again')}</a> : null}
      <a href={addressWith(url, 'still', isStill ? '0' : '1')}>{say(isStill ? 'frame.reload-again' : 'frame.stand-still')}</a>
    </div>
  )
}

const withoutRefresh = ({ refreshAfter: _, ...answer }: PageAnswer): PageAnswer => answer

/** An error as one calm page in the town's frame. */
export function renderFailure(platform: Platform, request: FastifyRequest, _reply: FastifyReply, failure: Failure): string {
  const say = wordsOf(request)
  const words = failureWords(request, failure)
  const next = failure.next ?? { label: say('http.home'), href: '/' }
  const isMissing = failure.status === 404 // what is not here may be found elsewhere
  const main = (
    <div class="mr-pagehead mr-stack">
      <h1>{words.heading}</h1>
      <p class="mr-lead">{words.detail}</p>
      {words.next ? <p>{words.next}</p> : null}
      {failure.incident ? <p class="mr-small mr-muted mr-num">{`${say('http.incident')}: ${failure.incident}`}</p> : null}
      {isMissing ? <SearchBox action="/search" label={say('portal.search-label')} button={say('search.submit')} /> : null}
      <div class="mr-row">
        <LinkButton kind={isMissing ? 'quiet' : undefined} href={next.href}>{next.label}</LinkButton>
      </div>
    </div>
  )
  return shell(platform, request, say, pageTitle({ page: words.heading, town: request.tenant.name }), main, { noindex: true })
}

/** A document that brings its own shell. */
export const renderDocument = (main: VNode): string => doctype + renderToString(main)

const wordsOf = (request: FastifyRequest): Say<KernelWords> => {
  const { tenant, locale } = request
  return speak(kernelWords, { locale, form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words })
}

function routeTitle(request: FastifyRequest, route: Route): string {
  if (!route.title) throw new Error(`${route.at}: ${route.method} ${route.path} shows a page without a title.`)
  const { tenant, locale } = request
  const title = speak(route.title.words, { locale, form: tenant.addressForm, gender: tenant.gender, overrides: tenant.words }).find(route.title.key, { town: tenant.name })
  if (title === undefined) throw new Error(`${route.at}: no words for the title "${route.title.key}".`)
  return title
}

function shell(platform: Platform, request: FastifyRequest, say: Say<KernelWords>, title: string, main: VNode, options: Partial<PageAnswer>): string {
  const { tenant, locale, theme } = request
  const { assets } = platform
  const frame = frameOf(platform, request, say, options)
  const html = (
    <Document
      lang={htmlLang(locale)}
      title={title}
      theme={theme}
      contrast={request.contrast}
      density={options.frame === 'board' || options.frame === 'work' ? 'dense' : 'citizen'}
      description={options.description}
      icon={frame.town.markHref}
      manifest={options.manifest ?? '/manifest.webmanifest'}
      noIndex={options.noindex}
      refresh={options.refreshAfter}
      alternates={tenant.locales.map((code) => ({ lang: htmlLang(code), href: addressWith(request.url, 'lang', code) }))}
      feeds={(options.alternates ?? []).map(({ type, href, title: label }) => ({ type, href, title: label ?? title }))}
      assets={{ brand: assets.brandHref(tenant), styles: assets.styles, scripts: assets.scripts, fonts: assets.fonts.slice(0, 2) }}
    >
      {options.rail ? (
        <WorkFrame town={frame.town} tool={options.rail.tool} words={{ skip: frame.words.skip, home: frame.words.home, nav: options.rail.nav }} rail={options.rail.links} acting={frame.acting} shared={frame.shared}>
          {main}
        </WorkFrame>
      ) : (
        <PageFrame {...frame}>
          {main}
          {options.structuredData ? <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asDataBlock(options.structuredData) }} /> : null}
        </PageFrame>
      )}
    </Document>
  )
  return doctype + renderToString(html)
}

// A data block is not executed, but "</script" in a text would end it.
const asDataBlock = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
