import { channelCodes, type ChannelCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import type { Random } from '#kernel/random.ts'
import type { Person } from './people.ts'
import type { SampleNeed } from './sampleSurvey.ts'

type Shares = Readonly<Record<ChannelCode, number>>

const onTheSpot: Shares = { desk: 90, phone: 4, online: 5, post: 0, relay: 1 }
const atAnOffice: Shares = { desk: 36, phone: 20, online: 34, post: 4, relay: 6 }

/** Services that one goes to; the rest are offices, reached by any channel. */
const places: ReadonlySet<ServiceCode> = new Set([
  'library',
  'school',
  'earlyChildhood',
  'sport',
  'mobility',
  'waste',
  'health',
  'culture',
])

/** How ease with screens pulls a channel up or down. */
function ease({ groups }: Person, channel: ChannelCode): number {
  if (groups.includes('digital:notAtEase')) return { desk: 1.6, phone: 1.4, online: 0.12, post: 1.5, relay: 2.5 }[channel]
  if (groups.includes('digital:withHelp')) return { desk: 1.2, phone: 1.1, online: 0.5, post: 1, relay: 2 }[channel]
  return { desk: 0.9, phone: 0.9, online: 1.3, post: 0.8, relay: 0.4 }[channel]
}

/** Share of users whose wish is the channel they used. */
const content = 0.62

/** The needs with the channel used and the one preferred, for the services drawn. */
export function withChannels(chance: Random, people: readonly Person[], needs: readonly SampleNeed[]): SampleNeed[] {
  const personOf = new Map(people.map((person) => [person.respondent.number, person]))
  return needs.map((need) => {
    const person = personOf.get(need.respondent)
    if (!need.drawn || !person) return need
    const shares = places.has(need.service) ? onTheSpot : atAnOffice
    const channelUsed = chance.weighted(channelCodes, (channel) => shares[channel] * ease(person, channel))
    const wish = (): ChannelCode =>
      chance.weighted(channelCodes, (channel) => (shares[channel] + 4) * ease(person, channel) ** 1.5)
    return { ...need, channelUsed, channelPreferred: chance.next() < content ? channelUsed : wish() }
  })
}
