import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'

/** `primary`: the one next step of a view. `quiet`: second choice. `bare`: leave, later, back. `danger`: destroys something. `accent`: on brand ground only. */
export type ButtonKind = 'primary' | 'quiet' | 'bare' | 'danger' | 'accent'

type Look = {
  kind?: ButtonKind | undefined
  icon?: IconName | undefined
  /** Icon behind the word, for "Weiter →". */
  iconAfter?: IconName | undefined
  small?: boolean | undefined
  block?: boolean | undefined
  /** Only for back, close, send, zoom: the word is there, but for screen readers. */
  iconOnly?: boolean | undefined
  children: ComponentChildren
}

export function buttonClass({ kind = 'primary', small, block, iconOnly }: Omit<Look, 'children'>): string {
  return [
    'mr-btn',
    kind === 'primary' ? '' : `mr-btn--${kind}`,
    small ? 'mr-btn--s' : '',
    block ? 'mr-btn--block' : '',
    iconOnly ? 'mr-btn--icon' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Inside({ icon, iconAfter, small, iconOnly, children }: Look) {
  const size = small ? 's' : 'm'
  return (
    <>
      {icon ? <Icon name={icon} size={size} /> : null}
      <span class={iconOnly ? 'mr-vh' : undefined}>
        <Hy>{children}</Hy>
      </span>
      {iconAfter ? <Icon name={iconAfter} size={size} /> : null}
    </>
  )
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  /** Another form than the one around. */
  form?: string | undefined
  formAction?: string | undefined
  /** Why the step is not possible yet. The button keeps focus and says the reason. */
  notYet?: string | undefined
  id?: string | undefined
}

/** Verb first ("Antrag absenden"). Not-yet-possible buttons stay focusable and carry their reason. */
export function Button(props: ButtonProps) {
  const { type = 'submit', notYet, id = props.name ? `b-${props.name}` : 'b' } = props
  const button = (
    <button
      id={props.id}
      class={buttonClass(props)}
      type={notYet ? 'button' : type}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      aria-disabled={notYet ? 'true' : undefined}
      aria-describedby={notYet ? `${id}-why` : undefined}
    >
      <Inside {...props} />
    </button>
  )
  if (!notYet) return button
  return (
    <div class="mr-stack-s">
      {button}
      <p class="mr-hint" id={`${id}-why`}>
        {notYet}
      </p>
    </div>
  )
}

export type LinkButtonProps = Look & { href: string; download?: boolean | undefined; rel?: string | undefined }

/** Looks like a button and goes to an address. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a class={buttonClass(props)} href={props.href} download={props.download} rel={props.rel}>
      <Inside {...props} />
    </a>
  )
}

/** A link that stands alone and leads on, with an arrow: "Alle Meldungen →". */
export function MoreLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="mr-more" href={href}>
      <Hy>{children}</Hy>
      <Icon name="arrow-right" size="s" />
    </a>
  )
}
