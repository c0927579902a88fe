/** An application, a picture or an analysis that somebody made of open data. */
export type Showcase = {
  id: string
  name: string
  title: string
  description: string
  url: string
  author: string
  kind: ShowcaseKind
  publishedAt: Date | null
}
export const showcaseKinds = ['application', 'visualisation', 'analysis', 'teaching'] as const
export type ShowcaseKind = (typeof showcaseKinds)[number]
