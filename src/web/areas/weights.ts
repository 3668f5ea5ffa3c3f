import { weightsActions } from '../addresses/weights.ts'
import { saved } from '../administration/form.tsx'
import type { Visit } from '../page.ts'
import { weightDifferencePage } from '../pages/weightDifference.tsx'
import { loadMargins, weightMarginsPage } from '../pages/weightMargins.tsx'
import { weightsPage } from '../pages/weights.tsx'
import { weightSurveyPage } from '../pages/weightSurvey.tsx'
import { weightTryPage } from '../pages/weightTry.tsx'
import { weightVersionPage } from '../pages/weightVersion.tsx'
import { readForm } from '../parts/form.tsx'
import { paths, pathTo } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { readMarginsForm } from '../weights/marginsForm.ts'
import { askedSurvey } from '../weights/names.ts'
import { readSettings } from '../weights/settingsForm.tsx'

const noSettings = { method: '', lower: '', upper: '', variables: [], joins: [] }

function addFreezing(routing: Routing): void {
  routing.on('POST', paths.weightTry, 'weights.manage', async (c, visit) => {
    const { desks, viewer, language, asked, words } = visit
    const sent = await readForm(c)
    const survey = askedSurvey(visit)
    const typed = readSettings(sent) ?? noSettings
    const name = sent.get('name') ?? ''
    const frozen = await desks.weights.freeze(viewer, survey, { typed, name })
    if ('number' in frozen) {
      const parts = { ...survey, number: String(frozen.number) }
      return c.redirect(saved(pathTo(language, 'weightVersion', asked, { parts })), 303)
    }
    const faults = Object.entries(frozen.issues).map(([field, code]) => [field, words.weights.issues[code] ?? code] as const)
    const view = await desks.weights.attempt(viewer, survey, typed)
    return routing.show(c, visit, weightTryPage, { view, typed, name, faults: Object.fromEntries(faults) })
  })
}

function addMargins(routing: Routing): void {
  routing.on('POST', paths.weightMargins, 'weights.manage', async (c, visit) => {
    const { desks, viewer, language, asked } = visit
    const sent = await readMarginsForm(c)
    const survey = askedSurvey(visit)
    const issues = await desks.weights.bringMargins(viewer, survey, sent)
    if (!issues) return c.redirect(saved(pathTo(language, 'weightMargins', asked, { parts: survey })), 303)
    const { view } = await loadMargins(visit)
    return routing.show(c, visit, weightMarginsPage, { view, typed: sent, issues })
  })
}

/** The version of the survey's record that a form was read at; -1, which none has, where it says none. */
async function putInForce(visit: Visit, sent: URLSearchParams): Promise<boolean> {
  const text = sent.get('version') ?? ''
  const version = /^\d{1,9}$/.test(text) ? Number(text) : -1
  const number = Number(visit.parts['number'])
  return visit.desks.weights.putInForce(visit.viewer, askedSurvey(visit), { number, version })
}

/** Pages and actions of this area. */
export function addWeightsRoutes(routing: Routing): void {
  routing.page(weightsPage)
  routing.page(weightSurveyPage)
  routing.page(weightTryPage)
  routing.page(weightMarginsPage)
  routing.page(weightDifferencePage)
  routing.page(weightVersionPage)
  addFreezing(routing)
  addMargins(routing)
  routing.on('POST', weightsActions.putInForce, 'weights.manage', async (c, visit) => {
    const isRunning = await putInForce(visit, await readForm(c))
    const more = { done: isRunning ? 'running' : 'kept' }
    return c.redirect(pathTo(visit.language, 'weightSurvey', visit.asked, { parts: askedSurvey(visit), more }), 303)
  })
}
