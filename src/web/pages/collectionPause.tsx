import type { PauseView } from '#app/collection/collectionViews.ts'
import { collectionActions } from '../addresses/collection.ts'
import type { Shown } from '../page.ts'
import { filled, pathTo, queryOf } from '../paths.ts'

export interface PauseData {
  readonly view: PauseView
  /** The portal's own address, to be copied by hand. */
  readonly origin: string
}

export const answerPausePage: Shown<PauseData> = {
  key: 'answerPause',
  title: ({ words }) => words.collection.pause.title,
  synthetic: ({ view }) => view.head.synthetic,
  zone: ({ view }) => view.head.territory,
  view: ({ words, language, asked }, { view, origin }) => {
    const { pause } = words.collection
    const { code } = view.head
    const address = pathTo(language, 'answerWelcome', asked, { parts: { code } })
    return (
      <div class="questionnaire">
        <p class="survey-name">{view.head.title[language]}</p>
        <h1>{pause.title}</h1>
        <p class="lead">{pause.lead}</p>
        <div class="code-slip">
          <p class="code-signs">{view.code}</p>
          <p>{pause.kept}</p>
        </div>
        <p>{pause.here}</p>
        <p>
          {pause.elsewhere} <b class="address">{origin + address}</b>
        </p>
        <p>
          <a class="button big" href={pathTo(language, 'answerStep', asked, { parts: { code, step: view.resume } })}>
            {pause.resume}
          </a>
        </p>
        <h2>{pause.shared}</h2>
        <form method="post" action={filled(collectionActions.forget[language], { code }) + queryOf(asked)}>
          <p>{pause.forgetHint}</p>
          <button type="submit" class="quiet big">
            {pause.forget}
          </button>
        </form>
      </div>
    )
  },
}
