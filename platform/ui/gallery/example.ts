import type { VNode } from 'preact'

/** One state of a component as the gallery shows it and the accessibility test visits it. */
export type Example = {
  /** kebab-case, unique in its component. */
  name: string
  body: VNode
  /** `page`: the example is a whole page body with its own main. `wide`: wants the whole width. */
  kind?: 'part' | 'wide' | 'page' | undefined
  density?: 'citizen' | 'dense' | undefined
}

export type ComponentExamples = { component: string; examples: readonly Example[] }
