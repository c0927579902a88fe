import type { PageT } from '../../locales/index.ts'
import { textOf } from '../../shelf/schema.ts'
import { changesOf, countedOf, paidOf, runningOf, stagesOf, sumsOf, type YearChange } from '../rules.ts'
import type { YearFigures } from '../schema.ts'

export const yearPath = (year: number): string => `/portfolio/yearbook/${year}`

/** A table as the page and the paper show it: the first cell names its row. `href` leads from the first cell. */
export type SayTable = { readonly id: string; readonly caption: string; readonly head: readonly string[]; readonly numbers: readonly number[]; readonly rows: readonly { readonly key: string; readonly cells: readonly string[]; readonly href?: string }[]; readonly foot?: readonly string[] }
export type SayChart = { readonly id: string; readonly finding: string; readonly unit: string; readonly head: readonly [string, string]; readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string; readonly now: boolean }[] }
export type SaySection = { readonly id: string; readonly title: string; readonly lead?: string; readonly empty?: string; readonly chart?: SayChart; readonly tables: readonly SayTable[] }
export type SayFigure = { readonly label: string; readonly value: string }

/** The numbers that say what the year was. What did not happen is left to its section. */
export function keyFigures(t: PageT, figures: YearFigures): SayFigure[] {
  const counted = countedOf(figures)
  const sums = sumsOf({ projects: paidOf(figures) })
  const counts = [
    ['projects', counted.length],
    ['running', runningOf(figures).length],
    ['entries', figures.entries.filter(({ isNew }) => isNew).length],
    ['given', figures.adoptions.given],
    ['registrations', figures.network.registrations],
    ['answers', figures.network.answers],
  ] as const
  return [...counts.filter(([, count]) => count > 0).map(([key, count]) => ({ label: t(`yearbook.figure.${key}`), value: t.format.number(count) })), ...(sums.paid > 0 ? [{ label: t('yearbook.figure.paid'), value: t.format.money(sums.paid) }] : [])]
}

/** All parts of a yearbook but its foreword, in order; page and paper draw the same. */
export const sectionsOf = (t: PageT, figures: YearFigures): SaySection[] => [projects(t, figures), changes(t, figures), money(t, figures), entries(t, figures), adoptions(t, figures), leaders(t, figures), network(t, figures)]

function projects(t: PageT, figures: YearFigures): SaySection {
  const stages = stagesOf(figures)
  const all = countedOf(figures).length
  const most = Math.max(...stages.map(({ count }) => count))
  const [top, ...tied] = stages.filter(({ count }) => count === most)
  const finding = top && (tied.length === 0 ? t('yearbook.projects.finding', { stage: t(`programme.stage.${top.stage}`), n: top.count, all }) : t('yearbook.projects.finding-tied', { stages: t.format.list([top, ...tied].map(({ stage }) => t(`programme.stage.${stage}`))), n: top.count, all }))
  const bars = stages.map(({ stage, count }) => ({ label: t(`programme.stage.${stage}`), value: count, text: t.format.number(count), now: stage === top?.stage && tied.length === 0 }))
  return {
    id: 'projects',
    title: t('yearbook.projects.title'),
    lead: t('yearbook.projects.lead', { day: figures.standOn }),
    ...(top === undefined && { empty: t('yearbook.projects.none') }),
    ...(finding !== undefined && { chart: { id: 'stages', finding, unit: t('yearbook.projects.unit'), head: [t('yearbook.head.stage'), t('yearbook.head.count')], bars } }),
    tables: [
      {
        id: 'project-list',
        caption: t('yearbook.projects.list'),
        head: [t('yearbook.head.project'), t('yearbook.head.partners'), t('yearbook.head.period'), t('yearbook.head.stage'), t('yearbook.head.grant')],
        numbers: [4],
        rows: figures.projects.map((project) => ({
          key: project.slug,
          href: `/portfolio/project/${project.slug}`,
          cells: [nameOf(t, project), t.format.list([...project.partners]) || '–', periodOf(t, project), stageText(t, project.stage), project.grantCents === null ? '–' : t.format.money(project.grantCents)],
        })),
      },
    ],
  }
}

/** With the word that tells an example from a project. */
const nameOf = (t: PageT, { name, isInvented }: Pick<YearFigures['projects'][number], 'name' | 'isInvented'>): string => (isInvented ? t('yearbook.invented', { name }) : name)
const stageText = (t: PageT, stage: string): string => t.find(`programme.stage.${stage}`) ?? stage
const periodOf = (t: PageT, { startsOn, endsOn }: YearFigures['projects'][number]): string => (startsOn === null || endsOn === null ? '–' : t('yearbook.period', { from: startsOn, until: endsOn }))

function changes(t: PageT, figures: YearFigures): SaySection {
  const found = changesOf(figures)
  return {
    id: 'changes',
    title: t('yearbook.changes.title'),
    ...(found.length === 0 && { empty: t('yearbook.changes.none') }),
    tables: [
      {
        id: 'change-list',
        caption: t('yearbook.changes.list'),
        head: [t('yearbook.head.day'), t('yearbook.head.project'), t('yearbook.head.what')],
        numbers: [],
        rows: found.map((change, at) => ({ key: String(at), cells: [t.format.date(change.on, 'medium'), nameOf(t, change.project), changeText(t, change)] })),
      },
    ],
  }
}

function changeText(t: PageT, { kind, stage, isLater }: YearChange): string {
  if (kind === 'reached' && stage !== null) return t('yearbook.change.reached', { stage: t(`programme.stage.${stage}`) })
  if (kind === 'ends') return t(isLater ? 'yearbook.change.ends-later' : 'yearbook.change.ends')
  return t('yearbook.change.starts')
}

function money(t: PageT, figures: YearFigures): SaySection {
  const { withAccount, granted, paid, booked } = sumsOf({ projects: paidOf(figures) })
  const amount = (cents: number): string => t.format.money(cents)
  return {
    id: 'money',
    title: t('yearbook.money.title'),
    lead: t('yearbook.money.lead'),
    ...(withAccount.length === 0 && { empty: t('yearbook.money.none') }),
    tables: [
      {
        id: 'money-list',
        caption: t('yearbook.money.list'),
        head: [t('yearbook.head.project'), t('yearbook.head.granted'), t('yearbook.head.paid'), t('yearbook.head.booked')],
        numbers: [1, 2, 3],
        rows: withAccount.map(({ money: account, ...project }) => ({ key: project.slug, href: `/portfolio/project/${project.slug}`, cells: [nameOf(t, project), amount(account?.granted ?? 0), amount(account?.paid ?? 0), amount(account?.booked ?? 0)] })),
        foot: [t('yearbook.sum'), amount(granted), amount(paid), amount(booked)],
      },
    ],
  }
}

function entries(t: PageT, figures: YearFigures): SaySection {
  return {
    id: 'entries',
    title: t('yearbook.entries.title'),
    ...(figures.entries.length === 0 && { empty: t('yearbook.entries.none') }),
    tables: [
      {
        id: 'entry-list',
        caption: t('yearbook.entries.list'),
        head: [t('yearbook.head.title'), t('yearbook.head.class'), t('yearbook.head.versions')],
        numbers: [],
        rows: figures.entries.map((entry) => ({
          key: entry.id,
          href: `/portfolio/reuse/${entry.id}`,
          cells: [textOf(entry.title, t.locale), t(`catalogue.class.${entry.class}`), [...(entry.isNew ? [t('yearbook.entries.new')] : []), ...entry.versions].join(', ') || '–'],
        })),
      },
    ],
  }
}

function adoptions(t: PageT, { adoptions: { taken, given, named } }: YearFigures): SaySection {
  return {
    id: 'adoptions',
    title: t('yearbook.adoptions.title'),
    ...(taken + given > 0 && { lead: t('yearbook.adoptions.lead', { taken, given }) }),
    ...(named.length === 0 && { empty: t(taken + given > 0 ? 'yearbook.adoptions.none' : 'yearbook.adoptions.nothing') }),
    tables: [
      {
        id: 'adoption-list',
        caption: t('yearbook.adoptions.list'),
        head: [t('yearbook.head.title'), t('yearbook.head.town'), t('yearbook.head.since')],
        numbers: [],
        rows: named.map((one, at) => ({ key: `${one.id}-${at}`, cells: [textOf(one.title, t.locale), one.town, t.format.date(one.since, 'medium')] })),
      },
    ],
  }
}

function leaders(t: PageT, figures: YearFigures): SaySection {
  const [first] = figures.leaders
  const bars = figures.leaders.map((entry, at) => ({ label: textOf(entry.title, t.locale), value: entry.score, text: t.format.number(entry.score), now: at === 0 }))
  return {
    id: 'leaders',
    title: t('yearbook.leaders.title'),
    lead: t('yearbook.leaders.lead'),
    ...(first === undefined && { empty: t('yearbook.leaders.none') }),
    ...(first && { chart: { id: 'scores', finding: t('yearbook.leaders.finding', { title: textOf(first.title, t.locale) }), unit: t('yearbook.leaders.unit'), head: [t('yearbook.head.title'), t('yearbook.head.score')], bars } }),
    tables: [],
  }
}

function network(t: PageT, { network: counted }: YearFigures): SaySection {
  const keys = ['events', 'registrations', 'questions', 'solved', 'answers', 'news'] as const
  return {
    id: 'network',
    title: t('yearbook.network.title'),
    ...(keys.every((key) => counted[key] === 0) && { empty: t('yearbook.network.none') }),
    tables: [{ id: 'network-list', caption: t('yearbook.network.list'), head: [t('yearbook.head.what'), t('yearbook.head.count')], numbers: [1], rows: keys.map((key) => ({ key, cells: [t(`yearbook.network.${key}`), t.format.number(counted[key])] })) }],
  }
}
