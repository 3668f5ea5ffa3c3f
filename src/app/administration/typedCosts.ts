import { channelCodes, type CountryCode, type ServiceCode } from '#domain/territory'
import type { ChannelCost } from '#store/catalogueEdits.ts'
import type { Issues } from './formIssues.ts'

/** What one contact costs by a channel, as a form gives it; all empty where nobody knows. */
export interface TypedCost {
  readonly channel: string
  readonly amount: string
  readonly year: string
  readonly includes: string
  readonly source: string
}

/** An amount as people write it: `12,50`, `1 234.5`; `null` where it is none. */
function amountOf(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00A0\u202F€£]/g, '').replace(',', '.')
  if (!/^\d{1,7}(\.\d{1,4})?$/.test(plain)) return null
  return Number(plain)
}

function yearOf(text: string): number | null {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0
  return year >= 1990 && year <= 2100 ? year : null
}

/** A cost says nothing without its year, its source and what it includes: all are asked for as soon as one is given. */
export function readCosts(
  service: ServiceCode,
  country: CountryCode,
  given: readonly TypedCost[],
): { readonly costs: readonly ChannelCost[]; readonly issues: Issues } {
  const costs: ChannelCost[] = []
  const issues: Record<string, string> = {}
  for (const typed of given) {
    const channel = channelCodes.find((code) => code === typed.channel)
    const { amount: amountText, year: yearText, includes, source } = typed
    if (!channel || [amountText, yearText, includes, source].every((text) => text.trim() === '')) continue
    const amount = amountOf(amountText)
    const year = yearOf(yearText)
    if (amount === null) issues[`cost.${channel}.amount`] = 'amount.invalid'
    if (year === null) issues[`cost.${channel}.year`] = 'year.invalid'
    if (includes.trim() === '') issues[`cost.${channel}.includes`] = 'text.missing'
    if (source.trim() === '') issues[`cost.${channel}.source`] = 'text.missing'
    if (amount === null || year === null) continue
    const currency = country === 'GB' ? 'GBP' : 'EUR'
    costs.push({ service, country, channel, amount, currency, year, includes: includes.trim(), source: source.trim() })
  }
  return { costs, issues }
}
