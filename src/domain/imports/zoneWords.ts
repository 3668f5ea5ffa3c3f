import type { CountryCode, ZoneLevel } from '#domain/territory'
import { fold } from './head.ts'

const levels: Readonly<Record<string, ZoneLevel>> = {
  country: 'country',
  pays: 'country',
  department: 'department',
  departement: 'department',
  dep: 'department',
  county: 'department',
  comte: 'department',
  territory: 'territory',
  territoire: 'territory',
  arrondissement: 'arrondissement',
  arr: 'arrondissement',
  epci: 'epci',
  intercommunalite: 'epci',
  district: 'epci',
  borough: 'epci',
  unitaryauthority: 'epci',
  lad: 'epci',
  commune: 'commune',
  com: 'commune',
  municipality: 'commune',
  town: 'commune',
  parish: 'commune',
  ward: 'ward',
  msoa: 'msoa',
  lsoa: 'lsoa',
  iris: 'iris',
  smallarea: 'smallArea',
  quartier: 'smallArea',
  arm: 'smallArea',
  outputarea: 'outputArea',
  oa: 'outputArea',
}

/** A level as the observatory's code or in French or English words; `null` for anything else. */
export function readLevel(text: string): ZoneLevel | null {
  const key = fold(text)
  return Object.hasOwn(levels, key) ? (levels[key] ?? null) : null
}

export const levelExamples = 'commune, epci, department, territory, ward'

const countries: Readonly<Record<string, CountryCode>> = {
  fr: 'FR',
  france: 'FR',
  gb: 'GB',
  uk: 'GB',
  england: 'GB',
  angleterre: 'GB',
  unitedkingdom: 'GB',
  royaumeuni: 'GB',
}

/** A country by code or name in both languages; `null` for anything else. */
export function readCountry(text: string): CountryCode | null {
  const key = fold(text)
  return Object.hasOwn(countries, key) ? (countries[key] ?? null) : null
}
