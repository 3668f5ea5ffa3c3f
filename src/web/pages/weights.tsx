import type { WeightListLine } from '#app/weights/weightViews.ts'
import { capital } from '#words/zones.ts'
import type { Page } from '../page.ts'
import { inWords } from '../parts/zoneWords.ts'
import { toSurvey, versionName } from '../weights/names.ts'

/** Surveys whose answers are in, with the version of their weights in force. */
export const weightsPage: Page<readonly WeightListLine[]> = {
  key: 'weights',
  needs: 'weights.read',
  live: true,
  load: ({ desks, viewer }) => desks.weights.list(viewer),
  title: (visit) => visit.words.weights.listTitle,
  synthetic: (lines) => lines.some(({ survey }) => survey.synthetic),
  view: (visit, lines) => {
    const { words, format, language } = visit
    const { weights } = words
    return (
      <>
        <h1>{weights.listTitle}</h1>
        <p class="context">{weights.listLead}</p>
        {lines.length === 0 && <p>{weights.listNone}</p>}
        {lines.length > 0 && (
          <table class="admin-table">
            <thead>
              <tr>
                <th scope="col">{weights.survey}</th>
                <th scope="col">{weights.state}</th>
                <th scope="col">{weights.inForceHead}</th>
                <th scope="col" class="number">
                  {weights.respondents}
                </th>
                <th scope="col" class="number">
                  {weights.effectiveN}
                </th>
                <th scope="col" class="number">
                  {weights.designEffect}
                </th>
                <th scope="col" class="number">
                  {weights.versionsCount}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ survey, inForce, versions }) => (
                <tr>
                  <th scope="row">
                    <a href={toSurvey(visit, 'weightSurvey', survey)}>{survey.title[language]}</a>
                    <br />
                    <span class="muted">{capital(inWords(visit, survey.root).the)}</span>
                  </th>
                  <td data-label={weights.state}>{weights.states[survey.state]}</td>
                  <td data-label={weights.inForceHead}>{inForce ? capital(versionName(visit, inForce)) : weights.noneInForce}</td>
                  <td data-label={weights.respondents} class="number">
                    {format.integer(survey.respondents)}
                  </td>
                  <td data-label={weights.effectiveN} class="number">
                    {inForce ? format.integer(inForce.effectiveN) : '–'}
                  </td>
                  <td data-label={weights.designEffect} class="number">
                    {inForce ? format.fine(inForce.designEffect) : '–'}
                  </td>
                  <td data-label={weights.versionsCount} class="number">
                    {format.integer(versions)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </>
    )
  },
}
