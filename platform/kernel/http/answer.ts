import type { Readable } from 'node:stream'
import type { RailLink } from '@modellregion/ui'
import { h, type ComponentType, type VNode } from 'preact'
import type { EventsAnswer } from './event-stream.ts'

/** What a route says back. Plain values: a test can look at them without a server. */
export type Answer = PageAnswer | JsonAnswer | BodyAnswer | RedirectAnswer | RefusalAnswer | DocumentAnswer | EventsAnswer

export type Crumb = { label: string; href?: string }
export type PageFrameKind = 'front' | 'list' | 'object' | 'question' | 'board' | 'work' | 'text'

export type PageOptions = {
  /** Replaces the route's title, for pages named after their subject. */
  title?: string
  status?: number
  crumbs?: readonly Crumb[]
  frame?: PageFrameKind
  /** Pages of staff: a rail with the sections of the tool instead of the town's header and footer. `nav` names it for screen readers. */
  rail?: { tool: string; nav: string; links: readonly RailLink[] }
  /** Feeds and other forms of this page, as `<link rel="alternate">`. */
  alternates?: readonly { type: string; href: string; title?: string }[]
  /** schema.org description for search engines, as JSON-LD data block. */
  structuredData?: unknown
  /** True when the page has errors: the title begins with the word for it. */
  hasErrors?: boolean
  /** Seconds after which the page loads itself again, for progress without JavaScript. A line says so and lets it stand still (`?still=1`, WCAG 2.2.1). */
  refreshAfter?: number
  /** The page says by itself that it loads again, with a link to `?still=1`. */
  ownStill?: boolean
  headers?: Record<string, string>
  description?: string
  /** Pages that must not be kept by any cache beyond the person's browser. */
  private?: boolean
  /** Origins to which the answer to a form of this page may lead on: a browser applies `form-action` to redirects as well. */
  formTargets?: readonly string[]
  /** Origins that the page may embed, such as the logout pages of other clients. */
  frames?: readonly string[]
  /** WebAssembly may run on this page, and only there: a database or a decoder that a person starts. */
  wasm?: boolean
  /**
   * For pages of people who must not be found: nothing of the page is kept by any cache, not even for the back button; no other page shares its
   * process; cameras, sensors and payment stay off; the address is told to nobody; and text never becomes script (Trusted Types). `policies`
   * names Trusted Types policies that its scripts may create beside the kit's guard.
   */
  sealed?: { policies?: readonly string[] }
  /** Web application manifest of an app of its own; default the town's. */
  manifest?: string
  /** Not for search engines. */
  noindex?: boolean
}
export type PageAnswer = PageOptions & { kind: 'page'; main: VNode }
export type JsonAnswer = { kind: 'json'; value: unknown; status: number; headers: Record<string, string> }
export type BodyAnswer = { kind: 'body'; type: string; body: string | Buffer | Readable; status: number; headers: Record<string, string> }
export type RedirectAnswer = { kind: 'redirect'; to: string; status: 302 | 303 | 307 | 308; headers: Record<string, string> }
/** A complete document that brings its own shell (kiosk, embedded view). `embeddable`: any site may show it in a frame; it must not know who reads it. */
export type DocumentAnswer = { kind: 'document'; main: VNode; status: number; headers: Record<string, string>; embeddable?: true }
/** An expected refusal outside of a form: `service.slice.reason`. Becomes an error page or problem+json (RFC 9457). */
export type RefusalAnswer = { kind: 'refusal'; status: number; code: string; detail: string; next?: { label: string; href: string } }

/** `page(DatasetList, { found }, { crumbs })`: a page component with its props. */
export function page<P extends object>(component: ComponentType<P> | ((props: P) => VNode), props: P, options: PageOptions = {}): PageAnswer {

  return { kind: 'page', main: h(component as ComponentType<P>, props) as VNode, ...options } // VNode<P> to VNode: props are set
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): JsonAnswer => ({ kind: 'json', value, status, headers })
export const body = (type: string, content: string | Buffer | Readable, options: { status?: number; headers?: Record<string, string> } = {}): BodyAnswer => ({
  kind: 'body',
  type,
  body: content,
  status: options.status ?? 200,
  headers: options.headers ?? {},
})
/** After a form was accepted: the browser fetches the next page with GET, so that a reload sends nothing twice. */
export const seeOther = (to: string): RedirectAnswer => ({ kind: 'redirect', to, status: 303, headers: {} })
export const moved = (to: string): RedirectAnswer => ({ kind: 'redirect', to, status: 308, headers: {} })
export const refuse = (status: number, code: string, detail: string, next?: RefusalAnswer['next']): RefusalAnswer => ({
  kind: 'refusal',
  status,
  code,
  detail,
  ...(next && { next }),
})
