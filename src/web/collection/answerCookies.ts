import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { draftDays } from '#app/collection/beginAnswer.ts'
import { passWritten, writtenPass, type Pass } from '#app/collection/openAnswer.ts'
import { languages } from '#kernel/bilingual.ts'
import type { Visit } from '../page.ts'
import { filled, paths } from '../paths.ts'
import type { WebContext } from '../routing.ts'

const passCookie = 'passerelle.survey'
const answeredCookie = 'passerelle.answered'
const day = 24 * 60 * 60

/** Where a survey's cookies are sent: to its own pages in each language, and to no other page of the portal. */
function surveyPaths({ parts }: Visit): readonly string[] {
  return languages.map((language) => filled(paths.answerWelcome[language], { code: parts['code'] ?? '' }))
}

function setForSurvey(c: WebContext, visit: Visit, name: string, value: string, days: number): void {
  const secure = visit.desks.accounts.linkOrigin(new URL(c.req.url).origin).startsWith('https:')
  for (const path of surveyPaths(visit))
    setCookie(c, name, value, { path, httpOnly: true, sameSite: 'Lax', maxAge: days * day, secure })
}

/** The pass that this device holds for the survey, or `null`. */
export function passOf(c: WebContext): Pass | null {
  const text = getCookie(c, passCookie)
  return text === undefined ? null : passWritten(text)
}

export function keepPass(c: WebContext, visit: Visit, pass: Pass): void {
  setForSurvey(c, visit, passCookie, writtenPass(pass), draftDays)
}

export function forgetPass(c: WebContext, visit: Visit): void {
  for (const path of surveyPaths(visit)) deleteCookie(c, passCookie, { path })
}

/** Notes that this browser has answered the survey: a mark that is the same for everybody. */
export function markAnswered(c: WebContext, visit: Visit): void {
  setForSurvey(c, visit, answeredCookie, '1', 180)
}

export function hasAnswered(c: WebContext): boolean {
  return getCookie(c, answeredCookie) === '1'
}
