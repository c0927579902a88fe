import type { ReuseFile, ReuseItem } from '@modellregion/contracts'
import { inOrder } from './merge-files.ts'

// Title and summary are compared and merged like files. A path of a file never has a colon, so the two cannot meet.
const prefix = 'about:'
export const aboutPaths = [`${prefix}title.de`, `${prefix}title.en`, `${prefix}summary.de`, `${prefix}summary.en`] as const
export type AboutPath = (typeof aboutPaths)[number]
export const isAbout = (path: string): path is AboutPath => aboutPaths.some((one) => one === path)

type About = Pick<ReuseItem, 'title' | 'summary'>
const part = (path: AboutPath, text: string): ReuseFile => ({ path, mediaType: 'text/plain', text })
const aboutParts = ({ title, summary }: About): ReuseFile[] => [part('about:title.de', title.de), part('about:title.en', title.en), part('about:summary.de', summary.de), part('about:summary.en', summary.en)]

/** Everything of an item that is compared: its files, and title and summary where its kind keeps them apart. */
export const partsOf = (item: About & Pick<ReuseItem, 'files'>, titleApart: boolean): ReuseFile[] => inOrder(titleApart ? [...aboutParts(item), ...item.files] : item.files)

export const filesIn = (parts: readonly ReuseFile[]): ReuseFile[] => inOrder(parts.filter(({ path }) => !isAbout(path)))
export const aboutIn = (parts: readonly ReuseFile[]): ReuseFile[] => inOrder(parts.filter(({ path }) => isAbout(path)))
export const hasAbout = (parts: readonly ReuseFile[]): boolean => parts.some(({ path }) => isAbout(path))

/** Title and summary as parts say them; what they do not say, or leave empty, stays as it is in `item`. A line end has no place in either. */
export function withAbout<Item extends About>(item: Item, parts: readonly ReuseFile[]): Item {
  const said = (path: AboutPath, otherwise: string): string => parts.find((one) => one.path === path)?.text?.replaceAll(/\s*\n\s*/g, ' ').trim() || otherwise
  const { title, summary } = item
  return { ...item, title: { de: said('about:title.de', title.de), en: said('about:title.en', title.en) }, summary: { de: said('about:summary.de', summary.de), en: said('about:summary.en', summary.en) } }
}

/** Parts as far as the common state knows them: what was taken over before titles were compared has files only. */
export const asFarAs = (common: readonly ReuseFile[], parts: readonly ReuseFile[]): readonly ReuseFile[] => (hasAbout(common) ? parts : filesIn(parts))

/** The title that parts say; undefined when they say none. */
export const titleIn = (parts: readonly ReuseFile[]): { de: string; en: string } | undefined => (hasAbout(parts) ? withAbout({ title: { de: '', en: '' }, summary: { de: '', en: '' } }, parts).title : undefined)
