import { Hy } from '../hyphenation/hy.tsx'
import { Icon } from '../icon/icon.tsx'
import type { FrameFooter, FrameTown, FrameWords, Link } from '../page-frame/types.ts'

export type FooterProps = { town: FrameTown; words: FrameWords; footer: FrameFooter }

/** Three columns: people, understanding, something is broken; below them the legal row. */
export function Footer({ town, words, footer }: FooterProps) {
  return (
    <footer class="mr-footer">
      <div class="mr-wrap">
        <div class="mr-footer__columns">
          <section>
            <h2>
              <Hy>{words.footerPeople}</Hy>
            </h2>
            <p>{town.address}</p>
            {town.hours ? <p>{town.hours}</p> : null}
            {town.phone ? (
              <a href={town.phone.href}>
                <Icon name="phone" size="s" />
                <span class="mr-nowrap">{town.phone.label}</span>
              </a>
            ) : null}
          </section>
          <LinkColumn title={words.footerUnderstand} links={footer.understand} />
          <LinkColumn title={words.footerBroken} links={footer.broken} />
        </div>
        <div class="mr-footer__base">
          {footer.legal.map((link) => (
            <a key={link.href} href={link.href}>
              <Hy>{link.label}</Hy>
            </a>
          ))}
          <span>
            {town.kind} {town.name}
          </span>
        </div>
      </div>
    </footer>
  )
}

function LinkColumn({ title, links }: { title: string; links: readonly Link[] }) {
  return (
    <section>
      <h2>
        <Hy>{title}</Hy>
      </h2>
      <ul class="mr-list">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>
              <Hy>{link.label}</Hy>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
