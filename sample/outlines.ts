import type { Ring } from '#geo/rings.ts'
import { outlineTexts } from './facts/outlines.ts'

export type OutlineCode = keyof typeof outlineTexts

function readRing(text: string): Ring {
  return text.split(',').map((pair) => {
    const [lon, lat] = pair.trim().split(/\s+/).map(Number)
    if (lon === undefined || lat === undefined || Number.isNaN(lon + lat))
      throw new Error(`outline: "${pair}" is no "lon lat" pair`)
    return [lon, lat]
  })
}

/** The outlines of the two roots as rings: outer ring, then holes. */
export const outlines: Readonly<Record<OutlineCode, readonly Ring[]>> = {
  '62': outlineTexts['62'].map(readRing),
  kent: outlineTexts.kent.map(readRing),
}
