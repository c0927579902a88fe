import type { T } from '../../locales/index.ts'
import type { Film } from '../film/view.ts'

/** The film has no sound: captions say everything, and the transcript says it again. */
export function FilmFigure({ t, film }: { t: T; film: Film }) {
  return (
    <figure class="mr-section mr-stack-s">
      <figcaption class="mr-h3">{t('knowledge.film')}</figcaption>
      <video controls preload="none" poster={film.poster} width="640" height="360" aria-label={t('knowledge.film')}>
        <source src={film.href} type={film.type} />
        <track kind="captions" src={film.captions.href} srcLang={film.captions.lang} label={film.captions.label} default />
        {film.others.map(({ lang, label, href }) => (
          <track key={lang} kind="captions" src={href} srcLang={lang} label={label} />
        ))}
      </video>
      <details>
        <summary>{t('knowledge.film-transcript')}</summary>
        <div class="mr-text">
          {film.transcript.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </details>
    </figure>
  )
}
