import type { FC } from 'hono/jsx'
import type { PublicCode } from '#domain/survey'
import type { ServiceCode } from '#domain/territory'
import { capital } from '#words/zones.ts'
import type { Visit } from '../page.ts'

/** The user groups under their dimensions, everyone first. */
export const GroupOptions: FC<{ visit: Visit; chosen: PublicCode | null }> = ({ visit, chosen }) => {
  const { words } = visit
  const codes = Object.keys(words.publics) as PublicCode[]
  return (
    <>
      <option value="">{words.matrix.everyone}</option>
      {Object.entries(words.publicDimensions).map(([dimension, name]) => (
        <optgroup label={name}>
          {codes
            .filter((code) => code.startsWith(`${dimension}:`))
            .map((code) => (
              <option value={code} selected={code === chosen}>
                {capital(words.publics[code])}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  )
}

/** The sixteen services, in their order. */
export const ServiceOptions: FC<{ visit: Visit; chosen: ServiceCode | null }> = ({ visit, chosen }) => {
  const { services } = visit.words
  return (
    <>
      {(Object.keys(services) as ServiceCode[]).map((code) => (
        <option value={code} selected={code === chosen}>
          {services[code].name}
        </option>
      ))}
    </>
  )
}
