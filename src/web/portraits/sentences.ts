import type { PartView, PortraitFact } from '#app/portraits/portraitViews.ts'
import type { Said } from '#words/fr/portraits.ts'
import type { Visit } from '../page.ts'

/** The name of what a fact is about: a service, a channel, or the measure itself. */
export function factLabel({ words, language }: Visit, { service, theme, code, label }: PortraitFact): string {
  if (service) return words.services[service].name
  if (theme === 'channel') return words.portraits.channels[code.slice('channel.'.length)] ?? label[language]
  return label[language]
}

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** A fact in words and figures. */
export function said(visit: Visit, fact: PortraitFact): Said {
  const { format } = visit
  return {
    label: factLabel(visit, fact),
    share: format.percent(fact.share),
    all: format.percent(fact.all),
    index: format.integer(Math.round(fact.index)),
  }
}

function typicalText(visit: Visit, part: 'age' | 'household', [typical, common]: readonly PortraitFact[]): string {
  const { sentences } = visit.words.portraits
  const inSentence = (fact: PortraitFact): Said => ({ ...said(visit, fact), label: small(factLabel(visit, fact)) })
  const first = typical ? sentences.fact(sentences.typical[part], inSentence(typical)) : ''
  return common ? `${first} ${sentences.fact(sentences.common[part], inSentence(common))}` : first
}

function servicesText(visit: Visit, figures: readonly PortraitFact[]): string {
  const { words, format } = visit
  const { sentences } = words.portraits
  const used = figures.slice(0, 3).map((fact) => sentences.withShare(said(visit, fact)))
  const more = figures.filter(({ lower }) => lower > 100).toSorted((a, b) => b.index - a.index)
  const listed = more.slice(0, 3).map((fact) => sentences.withIndex(said(visit, fact)))
  return listed.length > 0
    ? `${sentences.used(format.list(used))} ${sentences.more(format.list(listed))}`
    : sentences.used(format.list(used))
}

function channelsText(visit: Visit, [first, ...rest]: readonly PortraitFact[]): string {
  const { words, format } = visit
  const { sentences } = words.portraits
  if (!first) return ''
  const others = rest.slice(0, 2).map((fact) => sentences.withShare(said(visit, fact)))
  return others.length > 0
    ? `${sentences.channel(said(visit, first))} ${sentences.others(format.list(others))}`
    : sentences.channel(said(visit, first))
}

/** A channel or digital ease is spoken of as a group's own from a tenth more, or less, than overall: below that it guides nobody. */
const [clearlyMore, clearlyLess] = [110, 90]

/** How to reach a group: the channel it uses more than others do, and whether online alone would lose people. */
function reachText(visit: Visit, figures: readonly PortraitFact[]): string {
  const { sentences } = visit.words.portraits
  const channel = figures.find(({ theme }) => theme === 'channel')
  const ease = figures.find(({ code }) => code === 'digital.ease')
  const advice =
    ease && ease.index < clearlyLess ? sentences.notOnlineAlone : ease && ease.index >= clearlyMore ? sentences.onlineSuits : null
  return [channel && channel.index >= clearlyMore ? sentences.reach(said(visit, channel)) : null, advice]
    .filter((text) => text !== null)
    .join(' ')
}

/** The sentence made from a part's figures. */
export function madeSentence(visit: Visit, { part, figures }: PartView): string {
  const { words, format } = visit
  const { sentences } = words.portraits
  switch (part) {
    case 'strap':
      return figures.length > 0
        ? sentences.strap(format.list(figures.map((fact) => small(factLabel(visit, fact)))))
        : sentences.strapNone
    case 'age':
    case 'household':
      return typicalText(visit, part, figures)
    case 'services':
      return servicesText(visit, figures)
    case 'channels':
      return channelsText(visit, figures)
    case 'digital':
      return figures.map((fact) => sentences.digital(said(visit, fact))).join(' ')
    default:
      return reachText(visit, figures)
  }
}

/** What stands: the analyst's words in the reader's language, else the sentence made from figures. */
export function standingSentence(visit: Visit, view: PartView): string {
  return view.written[visit.language]?.text ?? madeSentence(visit, view)
}
