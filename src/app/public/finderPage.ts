import type { Searcher } from '#domain/search'
import { isServiceCode, type ServiceCode } from '#domain/territory'
import { DomainError } from '#kernel/result.ts'
import type { Reader } from '#store/open.ts'
import { countPlacesWithin, selectNearestPlaces, selectPlacesWithin, type PlaceWish } from '#store/publicPages.ts'
import { zoneName } from '../naming.ts'
import type { Atlas, Observatory } from '../observatory.ts'
import { placeCard, pointOf } from './cards.ts'
import { findWhere } from './findWhere.ts'
import type { FinderView, PlaceCard } from './publicViews.ts'
import { longestQuestion } from './searchPage.ts'

export interface FinderAsked {
  readonly territory: string
  readonly service: string | null
  readonly where: string
  readonly commune: string | null
  readonly openOnly: boolean
  readonly stepFree: boolean
  /** How many places to show; between one page and ten. */
  readonly most: number
}

export const finderPageSize = 20
const largestList = 200
/** Places looked at, the nearest first, when only open ones are wanted. */
const lookedAt = 1500

function serviceOf(asked: FinderAsked): ServiceCode | null {
  if (asked.service === null) return null
  if (!isServiceCode(asked.service)) throw new DomainError('service.unknown', { code: asked.service })
  return asked.service
}

/** Nearest first from where the reader is, or by name in the territory in view while no town was given. */
export async function finderView(
  obs: Observatory,
  reader: Reader,
  { geography }: Atlas,
  searcher: Searcher,
  asked: FinderAsked,
): Promise<FinderView> {
  const territory = geography.get(asked.territory)
  const service = serviceOf(asked)
  const where = asked.where.trim().slice(0, longestQuestion)
  const whereabouts = await findWhere(reader, geography, searcher, {
    where,
    commune: asked.commune,
    around: pointOf(territory),
  })
  const most = Math.min(largestList, Math.max(finderPageSize, asked.most))
  const wish: PlaceWish = { service, stepFree: asked.stepFree }
  const many = asked.openOnly ? lookedAt : most + 1
  const { point } = whereabouts
  const communes = geography.within(territory.code, 'commune').map((zone) => zone.code)
  const inTown = whereabouts.state === 'none'
  const found = point
    ? await selectNearestPlaces(reader, wish, point, many)
    : inTown
      ? await selectPlacesWithin(reader, wish, communes, many)
      : []
  const now = obs.now()
  const cards = found.map((place) => placeCard(place, geography, now, point))
  const kept: PlaceCard[] = asked.openOnly ? cards.filter(({ opening }) => opening.state === 'open') : cards
  const counted = inTown && !asked.openOnly ? await countPlacesWithin(reader, wish, communes) : null
  return {
    service,
    where,
    whereState: whereabouts.state,
    origin: whereabouts.origin,
    others: whereabouts.others,
    openOnly: asked.openOnly,
    stepFree: asked.stepFree,
    territory: zoneName(territory),
    places: kept.slice(0, most),
    total: inTown ? (counted ?? kept.length) : null,
    more: kept.length > most && most < largestList,
  }
}
