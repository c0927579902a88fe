/** The town's mark. An SVG with a symbol is referred to, so that it can use the town's colours; other pictures are shown as they are. */
export function TownMark({ href }: { href: string }) {
  if (!/\.svg(#|$)/.test(href)) return <img src={href} alt="" width={48} height={48} />
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <use href={href.includes('#') ? href : `${href}#mark`} />
    </svg>
  )
}
