import type { NewProject } from '../schema.ts'

/** A project of which nothing is known yet. */
export const emptyProject: Omit<NewProject, 'slug' | 'name'> = {
  number: null,
  kind: 'project',
  origin: 'own',
  isPublic: false,
  nameInTable: null,
  aliases: [],
  stage: 'idea',
  summary: '',
  status: '',
  notes: '',
  results: '',
  partners: [],
  partnersInText: [],
  links: [],
  promises: [],
  kdn: null,
  service: null,
  source: null,
}
