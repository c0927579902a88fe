import 'virtual:kern-parts.css'
import './main.css'
import { applyAtOnce } from './enhance/auto-apply.ts'
import { focusErrors, followRanges, openDialogs } from './enhance/forms.ts'
import { startMapsNearby } from './enhance/maps.ts'
import { closeMenus } from './enhance/menus.ts'
import { offerOfflinePage } from './enhance/offline.ts'
import { suggestWhileTyping } from './enhance/suggest.ts'
import { guardScripts } from './enhance/trusted-scripts.ts'
import { switchViewAtOnce } from './enhance/view.ts'

// The one script of every page. All pages are complete without it; islands (and with them Preact) load only where one is.
guardScripts()
document.documentElement.dataset['scripted'] = ''
closeMenus()
switchViewAtOnce()
followRanges()
openDialogs()
focusErrors()
offerOfflinePage()
enhance(document)
applyAtOnce(enhance)

function enhance(root: ParentNode): void {
  suggestWhileTyping(root)
  startMapsNearby(root)
  if (root.querySelector('[data-island]')) void import('./island/start.ts').then(({ startIslands }) => startIslands(root))
}
