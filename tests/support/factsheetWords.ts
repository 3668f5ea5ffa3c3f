import { randomUUID } from 'node:crypto'
import type { Observatory } from '#app/observatory.ts'
import { write } from '#store/open.ts'
import { insertStatements } from '#store/statements.ts'
import { latestSurvey } from '#store/surveys.ts'
import { insertVerbatims, type NewVerbatim } from '#store/verbatims.ts'

/** Words as a survey brings them; the ids are given back in their order. */
export type GivenWords = Pick<NewVerbatim, 'original'> & Partial<NewVerbatim>

/** Adds words to the satisfaction survey in force of a root. */
export async function addWords(obs: Observatory, root: string, given: readonly GivenWords[]): Promise<string[]> {
  const rows = given.map((each): NewVerbatim => {
    const none = { id: randomUUID(), service: null, item: null, language: 'fr', shown: null, state: 'waiting' } as const
    return { ...none, ...each }
  })
  await write(obs.db, async (writer) => {
    const survey = await latestSurvey(writer, root, 'satisfaction')
    if (!survey) throw new Error(`${root} has no satisfaction survey`)
    await insertVerbatims(writer, survey, rows)
  })
  return rows.map(({ id }) => id)
}

/** Adds free statements to the first survey of a root, one person after the other from number 1. */
export async function addStatements(obs: Observatory, root: string, texts: readonly string[]): Promise<string> {
  return write(obs.db, async (writer) => {
    const survey = await latestSurvey(writer, root, 'elicitation')
    if (!survey) throw new Error(`${root} has no first survey`)
    await insertStatements(
      writer,
      survey,
      texts.map((text, i) => ({ respondent: Math.floor(i / 2) + 1, number: (i % 2) + 1, text })),
    )
    return survey.code
  })
}
