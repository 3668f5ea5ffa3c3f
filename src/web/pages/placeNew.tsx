import type { FieldIssue } from '#app/places/readTyped.ts'
import type { Typed } from '#app/places/typedPlace.ts'
import { placeFieldCodes } from '#domain/territory'
import type { Page } from '../page.ts'
import { FaultSummary } from '../parts/form.tsx'
import { pathTo } from '../paths.ts'
import { FieldInputs, faultsOf } from '../places/fieldInputs.tsx'

export interface PlaceNewData {
  readonly typed: Typed
  readonly issues: readonly FieldIssue[]
}

export const placeNewPage: Page<PlaceNewData> = {
  key: 'placeNew',
  needs: 'places.create',
  above: ['placeList'],
  load: async ({ desks, viewer, language }) => ({ typed: await desks.places.newForm(viewer, language), issues: [] }),
  title: ({ words }) => words.places.create.title,
  synthetic: () => false,
  view: (visit, { typed, issues }) => {
    const { words, language, asked } = visit
    const { create } = words.places
    return (
      <>
        <h1>{create.title}</h1>
        <p class="context">{create.context}</p>
        <FaultSummary title={words.places.faultsTitle} faults={faultsOf(visit, issues, typed)} />
        <form method="post" action={pathTo(language, 'placeNew', asked)} class="place-form" novalidate>
          <FieldInputs visit={visit} fields={placeFieldCodes} typed={typed} issues={issues} />
          <p class="actions form-end">
            <button type="submit" class="big">
              {create.save}
            </button>
          </p>
        </form>
      </>
    )
  },
}
