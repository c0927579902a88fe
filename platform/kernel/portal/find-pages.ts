import { highlight } from '../search/index.ts'

/** Something the portal itself offers: a service or one of its fixed pages. */
export type Page = { href: string; title: string; summary: string; kind: string }

/** Pages whose title or summary answers every word of the question; those with it in the title first. Pure: they are few and known. */
export function findPages(pages: readonly Page[], q: string, most: number): Page[] {
  const words = q.split(/\s+/).filter((word) => word.length >= 2)
  if (words.length === 0) return []
  const answers = (text: string, word: string) => highlight(text, word).some(({ marked }) => marked)
  return pages
    .filter((page) => words.every((word) => answers(page.title, word) || answers(page.summary, word)))
    .map((page) => ({ page, inTitle: words.filter((word) => answers(page.title, word)).length }))
    .sort((a, b) => b.inTitle - a.inTitle)
    .slice(0, most)
    .map(({ page }) => page)
}
