import type { FC } from 'hono/jsx'
import type { Place } from '#domain/territory'
import type { Visit } from '../page.ts'

type Sampled = Pick<Place, 'synthetic'>

/** Beside the name of a place that is a sample, so that nobody goes there. */
export const SampleTag: FC<{ visit: Visit; place: Sampled }> = ({ visit, place }) =>
  place.synthetic ? <span class="tag">{visit.words.shell.syntheticShort}</span> : <></>

/** Above a list of places: that all are samples, or that those which are bear a mark. */
export const SampleNotice: FC<{ visit: Visit; places: readonly Sampled[] }> = ({ visit, places }) => {
  const { servicePages } = visit.words
  if (!places.some(({ synthetic }) => synthetic)) return <></>
  const all = places.every(({ synthetic }) => synthetic)
  return <p class="synthetic">{all ? servicePages.placesSynthetic : servicePages.placesSomeSynthetic}</p>
}
