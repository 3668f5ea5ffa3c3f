import type { GeographyEdition } from '#domain/territory'
import type { Writer } from '#store/open.ts'
import { officialList } from '#store/officialList.ts'
import { selectColumnNames, selectSuccessions } from '#store/imports/lookups.ts'
import { currentEdition, insertEdition, selectZones } from '#store/territory.ts'
import type { LearnedNames } from './importRun.ts'
import { ZoneBook } from './zoneBook.ts'

/** The edition that files add to; an empty observatory begins one on the day of its first import. */
export async function editionFor(writer: Writer, at: Date): Promise<GeographyEdition> {
  const current = await currentEdition(writer)
  if (current) return current
  const day = at.toISOString().slice(0, 10)
  const edition: GeographyEdition = {
    code: day,
    name: { fr: `Zonages importés le ${day}`, en: `Zones imported on ${day}` },
    validFrom: day,
    source: 'import',
    licence: '',
  }
  await insertEdition(writer, edition)
  return edition
}

export async function openBook(writer: Writer, edition: GeographyEdition): Promise<ZoneBook> {
  return new ZoneBook(await selectZones(writer, edition.code), await selectSuccessions(writer), officialList)
}

/** Names of columns that metadata files told, now or earlier. */
export async function openColumnNames(writer: Writer): Promise<LearnedNames> {
  const names = await selectColumnNames(writer)
  let learned = false
  return {
    find: (code) => names.get(code),
    learn(code, table, label) {
      learned = true
      names.set(code, { table, label })
    },
    learned: () => learned,
  }
}
