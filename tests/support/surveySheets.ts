import type { TypedSurvey } from '#app/surveys/editSurvey.ts'
import type { AnswerSheet } from '#domain/survey'
import type { Reader } from '#store/open.ts'

/** A satisfaction survey of the Pas-de-Calais as an analyst types it. */
export const typedSurvey: TypedSurvey = {
  title: { fr: 'Accès aux services 2027', en: 'Access to services 2027' },
  kind: 'satisfaction',
  territory: '62',
  grid: 'grid/1',
  fieldStart: '2026-11-01',
  fieldEnd: '2027-06-30',
  source: { fr: 'Le Département', en: 'The Département' },
  mostServices: '4',
  subCriteriaOneIn: '3',
  importance: true,
  verbatims: true,
  openLink: true,
  version: null,
}

/** A sheet that can be told from all others by its words; `i` says when it came. */
export function sheetOf(i: number, zone: string | null): AnswerSheet {
  return {
    zone,
    publics: {
      sex: i % 2 ? 'female' : 'male',
      age: ['18-29', '30-44', '45-59', '60-74', '75+'][i % 5] ?? null,
      family: ['alone', 'couple', 'coupleWithChildren', 'loneParent'][Math.floor(i / 50) % 4] ?? null,
      activity: ['employed', 'unemployed', 'retired', 'student', 'atHome'][Math.floor(i / 10) % 5] ?? null,
      digital: 'atEase',
    },
    needs: [
      { service: 'townHall', gaveUpFor: null },
      { service: 'library', gaveUpFor: 'delays' },
    ],
    services: [
      {
        service: 'townHall',
        probability: 1,
        scores: { welcome: i % 11, 'welcome.courtesy': (i * 7) % 11 },
        important: ['welcome'],
        channelUsed: 'desk',
        channelPreferred: 'online',
        words: `mot ${i}`,
      },
    ],
    citations: [],
    language: i % 3 === 0 ? 'en' : 'fr',
  }
}

/** The communes of the Pas-de-Calais by code. */
export async function communesOf62(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('zone')
    .select('code')
    .where('level', '=', 'commune')
    .where('root', '=', '62')
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
