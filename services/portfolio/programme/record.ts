import type { SearchRecord } from '@modellregion/kernel/rules'
import type { Project } from './schema.ts'

export const projectPath = (slug: string): string => `/portfolio/project/${slug}`

/** What the town's search knows of a project. */
export const recordOf = (project: Pick<Project, 'slug' | 'name' | 'nameInTable' | 'aliases' | 'summary' | 'status' | 'notes' | 'results' | 'partners' | 'promises' | 'kdn' | 'stage'>, updated: Date): SearchRecord => ({
  service: 'portfolio',
  kind: 'project',
  ref: project.slug,
  title: project.name,
  keywords: [...project.aliases, ...(project.nameInTable !== null && project.nameInTable !== project.name ? [project.nameInTable] : [])],
  holder: project.partners[0]?.name ?? '',
  body: [project.summary, project.status, project.notes, project.results, ...project.promises.map(({ text }) => text), ...Object.values(project.kdn ?? {})].filter((text) => text !== '').join('\n'),
  url: projectPath(project.slug),
  updated,
  facets: { stage: [project.stage], class: [...new Set(project.promises.map((promise) => promise.class))] },
})
