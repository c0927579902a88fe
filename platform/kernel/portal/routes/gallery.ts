import { Type } from 'typebox'
import { h } from 'preact'
import { Document } from '@modellregion/ui'
import { NotFound } from '../../database/index.ts'
import { page, type DocumentAnswer } from '../../http/answer.ts'
import { get, title } from '../../http/route.ts'
import { htmlLang } from '../../i18n/index.ts'
import { kernelWords } from '../../locales/index.ts'

const open = { access: 'anyone', everyTown: true, title: title(kernelWords, 'portal.gallery-title') } as const

/** Every component with every example, for people who build pages. Not there outside of development. */
export const galleryRoutes = [
  get('/_ui', open, async ({ platform }) => {
    if (!platform.config.development) throw new NotFound()
    const { Gallery } = await import('@modellregion/ui/gallery')
    return page(Gallery, { href: (component: string, example: string) => `/_ui/${component}/${encodeURIComponent(example)}` }, { frame: 'board', noindex: true })
  }),

  get('/_ui/:component/:example', { ...open, params: Type.Object({ component: Type.String(), example: Type.String() }) }, async ({ platform, tenant, locale, params }): Promise<DocumentAnswer> => {
    if (!platform.config.development) throw new NotFound()
    const { ExamplePage, findExample } = await import('@modellregion/ui/gallery')
    const example = findExample(params.component, params.example)
    if (!example) throw new NotFound()
    const { assets } = platform
    const document = { lang: htmlLang(locale), title: `${params.component}: ${params.example}`, assets: { brand: assets.brandHref(tenant), styles: assets.styles, scripts: assets.scripts }, noIndex: true }
    return { kind: 'document', status: 200, headers: {}, main: Document({ ...document, children: h(ExamplePage, { component: params.component, example }) }) }
  }),
]
