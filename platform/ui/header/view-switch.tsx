import { Icon, type IconName } from '../icon/icon.tsx'
import type { FrameView, FrameWords } from '../page-frame/types.ts'

type Choice = { name: 'theme' | 'contrast'; value: string; label: string; icon: IconName; on: boolean }

const choices = (view: FrameView, words: FrameWords): Choice[] => [
  { name: 'theme', value: 'system', label: words.themeSystem, icon: 'device', on: view.theme === 'system' },
  { name: 'theme', value: 'light', label: words.themeLight, icon: 'sun', on: view.theme === 'light' },
  { name: 'theme', value: 'dark', label: words.themeDark, icon: 'moon', on: view.theme === 'dark' },
  view.contrast
    ? { name: 'contrast', value: 'normal', label: words.contrastNormal, icon: 'contrast', on: false }
    : { name: 'contrast', value: 'more', label: words.contrastMore, icon: 'contrast', on: false },
]

/** A plain GET form: works without script and needs no session. With script the page changes at once (island/theme.ts). */
export function ViewForm({ view, words, buttonClass }: { view: FrameView; words: FrameWords; buttonClass?: string | undefined }) {
  return (
    <form class="mr-view" action={view.action} method="get" data-view aria-label={words.view}>
      <input type="hidden" name="back" value={view.back} />
      {choices(view, words).map((choice) => (
        <button
          key={choice.value}
          class={buttonClass}
          name={choice.name}
          value={choice.value}
          aria-pressed={choice.name === 'theme' ? choice.on : undefined}
        >
          <Icon name={choice.icon} size="s" />
          {choice.label}
        </button>
      ))}
    </form>
  )
}

export function ViewMenu({ view, words }: { view: FrameView; words: FrameWords }) {
  return (
    <details class="mr-pop" data-menu>
      <summary>
        <Icon name="contrast" size="s" />
        {words.view}
        <Icon name="chevron-down" size="s" />
      </summary>
      <div class="mr-pop__panel">
        <ViewForm view={view} words={words} />
      </div>
    </details>
  )
}
