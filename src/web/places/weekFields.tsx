import type { FC } from 'hono/jsx'
import { hourInput, typedText, type Typed } from '#app/places/typedPlace.ts'
import { weekDayCodes } from '#domain/territory'
import type { Visit } from '../page.ts'

const spans = [1, 2] as const

const Day: FC<{ visit: Visit; typed: Typed; day: (typeof weekDayCodes)[number] }> = ({ visit, typed, day }) => {
  const { week, weekDays } = visit.words.places
  const names = { 1: week.first, 2: week.second }
  const time = (span: 1 | 2, end: 'from' | 'to') => {
    const name = hourInput(day, span, end)
    const label = (end === 'from' ? week.from : week.to)(weekDays[day], names[span])
    // A plain field: one stop of the tab key instead of three, and 24 hours whatever the browser's country.
    return <input id={name} name={name} value={typedText(typed, name)} inputmode="numeric" maxlength={6} aria-label={label} />
  }
  return (
    <li>
      <span class="week-day">{weekDays[day]}</span>
      {spans.map((span) => (
        <span class="week-span">
          {time(span, 'from')} <span aria-hidden="true">{week.until}</span> {time(span, 'to')}
        </span>
      ))}
    </li>
  )
}

/** Opening hours: a table of days for most, the OSM text for the rest; both are there without script, the one not chosen is hidden by style. */
export const WeekFields: FC<{ visit: Visit; typed: Typed; fault: string | undefined }> = ({ visit, typed, fault }) => {
  const { places } = visit.words
  const { week } = places
  const by = typedText(typed, 'hoursBy') === 'text' ? 'text' : 'days'
  return (
    <fieldset
      class={fault ? 'form-group opening faulty' : 'form-group opening'}
      id="openingHours"
      aria-describedby={fault ? 'openingHours-fault' : undefined}
    >
      <legend>{places.fields.openingHours}</legend>
      {fault && (
        <p class="fault" id="openingHours-fault">
          {fault}
        </p>
      )}
      <div class="choice-row" role="radiogroup" aria-label={week.by}>
        {(['days', 'text'] as const).map((way) => (
          <label class="choice">
            <input type="radio" name="hoursBy" id={`hoursBy-${way}`} value={way} checked={by === way} /> <span>{week[way]}</span>
          </label>
        ))}
      </div>
      <div class="by-days">
        <p class="hint">{by === 'text' ? week.complex : week.daysHint}</p>
        <ul class="week-table">
          {weekDayCodes.map((day) => (
            <Day visit={visit} typed={typed} day={day} />
          ))}
        </ul>
        <label class="choice">
          <input type="checkbox" name="hoursHolidays" value="closed" checked={typedText(typed, 'hoursHolidays') === 'closed'} />{' '}
          <span>{week.holidays}</span>
        </label>
      </div>
      <p class="form-field by-text">
        <label for="hoursText">{week.text}</label>
        <span class="hint" id="hoursText-hint">
          {week.textHint}
        </span>
        <textarea id="hoursText" name="hoursText" rows={3} maxlength={1000} spellcheck={false} aria-describedby="hoursText-hint">
          {typed['hoursText']?.[0] ?? ''}
        </textarea>
      </p>
    </fieldset>
  )
}
