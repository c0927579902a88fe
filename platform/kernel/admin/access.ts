import { allow } from '../access/rules.ts'

/** What a page about one town knows before access is asked: whether it is the town whose address was called. */
export type TownSubject = { own: boolean }

const own = { when: (_actor: unknown, subject: TownSubject) => subject.own, provided: 'it is their own town' }

export const adminAccess = [
  allow('operator', 'see', 'console'),
  allow('town-admin', 'see', 'console'),
  allow('editor', 'see', 'console'),
  allow('operator', 'manage', 'towns'),
  allow('operator', 'edit', 'town'),
  allow<TownSubject>('town-admin', 'edit', 'town', own),
  ...['operator', 'town-admin'].flatMap((role) => [
    allow(role, 'manage', 'people'),
    allow(role, 'manage', 'jobs'),
    allow(role, 'see', 'audit'),
    allow(role, 'see', 'health'),
    allow(role, 'edit', 'news'),
    allow(role, 'answer', 'report'),
    allow(role, 'edit', 'synonym'),
  ]),
  allow('editor', 'edit', 'news'),
  allow('editor', 'answer', 'report'),
  allow('editor', 'edit', 'synonym'),
]
