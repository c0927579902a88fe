import type { ComponentChildren } from 'preact'
import { ActingLine, HomeLink, SharedLine } from '../header/header.tsx'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'
import type { FrameProps, FrameTown } from '../page-frame/types.ts'
import { SkipLink } from '../skip-link/skip-link.tsx'

export type RailLink = {
  href: string
  label: string
  icon: IconName
  count?: number | undefined
  current?: boolean | undefined
  /** A page of the section above it, shown while one is in that section. */
  within?: boolean | undefined
  /** Belongs to the section one is in: comes first where the rail is a row, on phones. */
  here?: boolean | undefined
}

export type WorkFrameProps = {
  town: FrameTown
  /** Name of the tool instead of the town's: "Akte", "Verwaltung". */
  tool: string
  words: { skip: string; home: string; nav: string }
  rail: readonly RailLink[]
  acting?: FrameProps['acting']
  shared?: FrameProps['shared']
  /** Below the rail: who is signed in, sign-out form. */
  account?: ComponentChildren
  children: ComponentChildren
}

/** Frame of staff pages: rail on the left, list or case on the right. Use with `density="dense"`. */
export function WorkFrame({ town, tool, words, rail, acting, shared, account, children }: WorkFrameProps) {
  return (
    <>
      <SkipLink label={words.skip} />
      <ActingLine acting={acting} />
      <SharedLine shared={shared} />
      <div class="mr-app">
        <header class="mr-rail">
          <HomeLink town={{ ...town, kind: `${town.kind} ${town.name}`, name: tool }} words={words} />
          <nav aria-label={words.nav}>
            <ul>
              {rail.map((link) => (
                <li key={link.href} class={railClass(link)}>
                  <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                    <Icon name={link.icon} size="s" />
                    <Hy>{link.label}</Hy>
                    {link.count === undefined ? null : <span class="mr-num">{link.count}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {account ? <div class="mr-rail__account">{account}</div> : null}
        </header>
        <main class="mr-app__main mr-main" id="inhalt" tabindex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}

function railClass({ within, here }: RailLink): string | undefined {
  if (within) return 'mr-rail__here mr-rail__within'
  return here ? 'mr-rail__here' : undefined
}
