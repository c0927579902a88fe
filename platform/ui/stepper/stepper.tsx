import { Hy } from '../hyphenation/hy.tsx'

export type Step = { label: string; state: 'done' | 'current' | 'open'; href?: string | undefined }

/** Where one is in an application, at most 6 steps; with `href` a step can be gone to in any order; `words.done` is said after finished ones: "erledigt". */
export function Stepper({ label, steps, words }: { label: string; steps: readonly Step[]; words: { done: string } }) {
  return (
    <nav aria-label={label}>
      <ol class="mr-stepper">
        {steps.map((step) => (
          <li key={step.label} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            {step.state !== 'current' && step.href ? (
              <a href={step.href}>
                <Hy>{step.label}</Hy>
              </a>
            ) : (
              <span>
                <Hy>{step.label}</Hy>
              </span>
            )}
            {step.state === 'done' ? <span class="mr-vh">, {words.done}</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
