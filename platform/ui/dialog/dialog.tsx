import type { ComponentChildren } from 'preact'
import { Hy } from '../hyphenation/hy.tsx'

export type ConfirmProps = {
  /** The question: "Entwurf löschen?" */
  title: string
  /** The consequence, and what stays. */
  text: ComponentChildren
  /** Form with the button that does it, and the safe choice named by what it does ("Behalten"), never "Abbrechen". */
  children: ComponentChildren
}

/** A question before loss on a page of its own: the way without script, and what `Dialog` shows. */
export function ConfirmPage({ title, text, children }: ConfirmProps) {
  return (
    <section class="mr-dialog mr-dialog--page mr-stack" aria-labelledby="confirm-title">
      <h1 id="confirm-title" class="mr-h3">
        <Hy>{title}</Hy>
      </h1>
      {typeof text === 'string' ? <p>{text}</p> : text}
      <div class="mr-row">{children}</div>
    </section>
  )
}

export type DialogProps = ConfirmProps & { id: string; /** Word of the safe choice, closes the dialog. */ keep: string }

/** Native `<dialog>`. A `DialogLink` opens it where script runs; without script the link goes to the page with the same text. */
export function Dialog({ id, title, text, keep, children }: DialogProps) {
  return (
    <dialog class="mr-dialog" id={id} aria-labelledby={`${id}-title`}>
      <div class="mr-stack">
        <h2 id={`${id}-title`} class="mr-h3">
          <Hy>{title}</Hy>
        </h2>
        {typeof text === 'string' ? <p>{text}</p> : text}
        <div class="mr-row">
          {children}
          <form method="dialog">
            <button class="mr-btn mr-btn--quiet">
              <Hy>{keep}</Hy>
            </button>
          </form>
        </div>
      </div>
    </dialog>
  )
}

/** Link to the page that asks; with script it opens the dialog instead. */
export function DialogLink({ href, dialog, danger, children }: { href: string; dialog: string; danger?: boolean | undefined; children: ComponentChildren }) {
  return (
    <a class={danger ? 'mr-btn mr-btn--danger' : 'mr-btn mr-btn--quiet'} href={href} data-dialog={dialog}>
      <Hy>{children}</Hy>
    </a>
  )
}
