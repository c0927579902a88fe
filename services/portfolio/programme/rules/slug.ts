const longest = 60 // as long as every address of a project may be

/** A name as it stands in an address: `Kita-Kompass für alle` becomes `kita-kompass-fuer-alle`. Empty when nothing is left. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longest)
    .replace(/-$/, '')

/** The first of `slug`, `slug-2`, `slug-3`, … that is free. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name) || 'project'
  if (!taken.has(slug)) return slug
  for (let n = 2; ; n++) {
    const next = `${slug.slice(0, longest - 1 - String(n).length).replace(/-$/, '')}-${n}`
    if (!taken.has(next)) return next
  }
}
