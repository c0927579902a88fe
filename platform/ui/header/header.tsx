import { Button } from '../button/button.tsx'
import { Form } from '../form/form.tsx'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon } from '../icon/icon.tsx'
import type { FrameProps, FrameTown, FrameWords, NavLink } from '../page-frame/types.ts'
import { LanguageMenu } from './language-menu.tsx'
import { TownMark } from './mark.tsx'
import { ViewForm, ViewMenu } from './view-switch.tsx'

export type HeaderProps = Pick<FrameProps, 'town' | 'words' | 'nav' | 'easyLanguage' | 'signLanguage' | 'languages' | 'view' | 'mine' | 'banner' | 'acting' | 'shared'>

/** Line 1 from 64 em on: Leichte Sprache, sign language, language, view. Line 2: mark, navigation, own matters. */
export function Header(props: HeaderProps) {
  return (
    <header class="mr-header">
      {props.banner ? <div class="mr-banner">{typeof props.banner === 'string' ? <p>{props.banner}</p> : props.banner}</div> : null}
      <ActingLine acting={props.acting} />
      <SharedLine shared={props.shared} />
      <div class="mr-wrap">
        <div class="mr-header__util">
          <AccessLinks {...props} />
          {props.languages && props.languages.length > 1 ? <LanguageMenu label={props.words.language} languages={props.languages} /> : null}
          {props.view ? <ViewMenu view={props.view} words={props.words} /> : null}
        </div>
        <div class="mr-header__bar">
          <HomeLink town={props.town} words={props.words} />
          <MainNav label={props.words.mainNav} nav={props.nav} />
          <Mine mine={props.mine} />
          <PhoneMenu {...props} />
        </div>
      </div>
    </header>
  )
}

/** Says on every page that somebody acts for somebody else; never only by colour. */
export function ActingLine({ acting }: Pick<FrameProps, 'acting'>) {
  if (!acting) return null
  return (
    <div class="mr-acting">
      <p>
        <Icon name="people" size="s" />
        <b>{acting.text}</b>
      </p>
      <a href={acting.link.href}>{acting.link.label}</a>
    </div>
  )
}

/** Whoever leaves a computer of several people signs out first: the button is where nobody has to look for it. */
export function SharedLine({ shared }: Pick<FrameProps, 'shared'>) {
  if (!shared) return null
  return (
    <div class="mr-acting">
      <p>
        <Icon name="people" size="s" />
        <b>{shared.text}</b>
      </p>
      <Form action={shared.action} csrf={shared.csrf} bare>
        <Button small kind="quiet" id="shared-sign-out">
          {shared.label}
        </Button>
      </Form>
    </div>
  )
}

function AccessLinks({ easyLanguage, signLanguage }: HeaderProps) {
  return (
    <>
      {easyLanguage ? (
        <a href={easyLanguage.href}>
          <Icon name="easy-language" size="s" />
          {easyLanguage.label}
        </a>
      ) : null}
      {signLanguage ? (
        <a href={signLanguage.href}>
          <Icon name="sign-language" size="s" />
          {signLanguage.label}
        </a>
      ) : null}
    </>
  )
}

export function HomeLink({ town, words }: { town: FrameTown; words: Pick<FrameWords, 'home'> }) {
  return (
    <a class="mr-mark" href={town.homeHref ?? '/'}>
      <TownMark href={town.markHref} />
      <span>
        <small>{town.kind}</small>
        <b>
          <Hy>{town.name}</Hy>
        </b>
      </span>
      <span class="mr-vh">, {words.home}</span>
    </a>
  )
}

function MainNav({ label, nav }: { label: string; nav: readonly NavLink[] }) {
  if (nav.length === 0) return null
  return (
    <nav class="mr-nav" aria-label={label}>
      <ul>
        {nav.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current === 'section' ? 'true' : link.current}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Mine({ mine }: Pick<HeaderProps, 'mine'>) {
  if (!mine) return null
  const current = mine.current ? 'page' : undefined
  const count = mine.count ? <span class="mr-num">({mine.count})</span> : null
  return (
    <>
      <a class="mr-btn mr-btn--quiet mr-btn--s mr-header__mine mr-header__mine--wide" href={mine.href} aria-current={current}>
        <Icon name="user" size="s" />
        {mine.label} {count}
      </a>
      <a class="mr-btn mr-btn--bare mr-btn--icon mr-header__mine mr-header__mine--narrow" href={mine.href} aria-current={current}>
        <Icon name="user" />
        <span class="mr-vh">
          {mine.label} {count}
        </span>
      </a>
    </>
  )
}

/** One word, no lonely burger; everything of the wide header is inside. */
function PhoneMenu(props: HeaderProps) {
  const { words, languages = [], view } = props
  return (
    <details class="mr-menu" data-menu>
      <summary class="mr-btn mr-btn--quiet mr-btn--s">
        <Icon name="menu" size="s" />
        {words.menu}
      </summary>
      <div class="mr-menu__panel">
        <MainNav label={words.menu} nav={props.nav} />
        <div class="mr-menu__links">
          <AccessLinks {...props} />
          {languages
            .filter((language) => !language.current)
            .map((language) => (
              <a key={language.code} href={language.href} lang={language.code} hreflang={language.code}>
                <Icon name="globe" size="s" />
                {language.label}
              </a>
            ))}
        </div>
        {view ? <ViewForm view={view} words={words} buttonClass="mr-btn mr-btn--quiet mr-btn--s" /> : null}
      </div>
    </details>
  )
}
