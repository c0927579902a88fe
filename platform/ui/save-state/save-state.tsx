import { Icon, type IconName } from '../icon/icon.tsx'

export type Saving = 'saving' | 'saved' | 'not-saved'

const icons: Record<Saving, IconName> = { saving: 'spin', saved: 'save', 'not-saved': 'alert' }

/** "Gespeichert um 10:42 Uhr" as a polite live region. When saving fails, show a warning note too. */
export function SaveState({ state, text }: { state: Saving; text: string }) {
  return (
    <p class={`mr-save mr-save--${state}`} role="status">
      <Icon name={icons[state]} size="s" />
      {text}
    </p>
  )
}
