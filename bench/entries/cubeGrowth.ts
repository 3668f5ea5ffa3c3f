import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cube } from '#stats/cube.ts'
import { cubeSurvey } from '../cubeSurvey.ts'
import { growth, interleave, median, secondsOf, type Measurement, type Say, type Section } from '../harness.ts'

const sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000]
const rounds = 3
/** Twelve ratings a person: one service and a third of its sub-criteria. */
const share = 1 / 48
const picture = join(import.meta.dirname, '..', 'cube-growth.svg')

const left = 70
const right = 620
const top = 30
const bottom = 320

/** Place of a value on a logarithmic axis from `low` to `high`. */
function along(value: number, low: number, high: number, from: number, to: number): number {
  return from + ((Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))) * (to - from)
}

/** Seconds by respondents on logarithmic axes, with the line of a cost that is linear. */
function plot(points: readonly (readonly [size: number, seconds: number])[]): string {
  const last = points.at(-1)?.[1] ?? 1
  const low = 10 ** Math.floor(Math.log10(Math.min(...points.map(([, seconds]) => seconds))))
  const high = 10 ** Math.ceil(Math.log10(last))
  const x = (size: number): string => along(size, sizes[0] ?? 1, sizes.at(-1) ?? 1, left, right).toFixed(1)
  const y = (seconds: number): string => along(seconds, low, high, bottom, top).toFixed(1)
  const decades = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, i) => low * 10 ** i)
  const label = (text: string, px: string | number, py: string | number, anchor: string): string =>
    `<text x="${px}" y="${py}" text-anchor="${anchor}">${text}</text>`
  // The line of linear cost through the largest, as far down as the picture goes.
  const start = Math.max(sizes[0] ?? 1, (low * (sizes.at(-1) ?? 1)) / last)
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 380" font-family="sans-serif" font-size="12" fill="#333">',
    '<title>Seconds of the cube by number of respondents</title>',
    '<rect width="660" height="380" fill="#fff"/>',
    ...decades.flatMap((value) => [
      `<line x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>`,
      label(`${Number(value.toPrecision(3))} s`, left - 8, Number(y(value)) + 4, 'end'),
    ]),
    ...sizes.map((size) => label(size.toLocaleString('en'), x(size), bottom + 20, 'middle')),
    `<line x1="${x(start)}" y1="${y((last * start) / (sizes.at(-1) ?? 1))}" x2="${x(sizes.at(-1) ?? 1)}" y2="${y(last)}" stroke="#999" stroke-dasharray="5 4"/>`,
    `<polyline points="${points.map(([size, seconds]) => `${x(size)},${y(seconds)}`).join(' ')}" fill="none" stroke="#0b5c8a" stroke-width="2"/>`,
    ...points.flatMap(([size, seconds]) => [
      `<circle cx="${x(size)}" cy="${y(seconds)}" r="4" fill="#0b5c8a"/>`,
      label(`${Number(seconds.toPrecision(3))} s`, x(size), Number(y(seconds)) - 10, 'middle'),
    ]),
    label('respondents (dashed: linear cost, through the largest)', (left + right) / 2, bottom + 44, 'middle'),
    '</svg>\n',
  ].join('\n')
}

/** How the cost of the whole cube grows with the number of respondents, to a million; draws `bench/cube-growth.svg`. */
export async function cubeGrowth(say: Say): Promise<Section> {
  const measurements: Measurement[] = []
  // One size after the other: all at once would not fit in memory.
  for (const size of sizes) {
    const { request, ratings } = cubeSurvey(size, share)
    const name = `${size.toLocaleString('en')} respondents, ${ratings.toLocaleString('en')} ratings`
    measurements.push(...(await interleave([{ name, run: () => secondsOf(() => cube(request)) }], rounds, say)))
  }
  const points = measurements.map(({ values }, i) => [sizes[i] ?? 1, median(values)] as const)
  writeFileSync(picture, plot(points))
  return {
    title: 'Growth of the cube',
    about: `Seconds of the whole cube of 576 cells × 25 zones × 20 groups with calibrated standard errors and deviations, by number of respondents, each giving twelve ratings on average. The ${(576 * 25 * 20).toLocaleString('en')} domains cost the same whatever the number of people; the rest is one pass over the ratings.`,
    tables: [{ unit: 'seconds', measurements }],
    notes: [
      `Cost grows as respondents^${growth(points).toFixed(2)} over all sizes, as respondents^${growth(points.slice(2)).toFixed(2)} from ${(sizes[2] ?? 0).toLocaleString('en')} on.`,
      'Drawn in [cube-growth.svg](cube-growth.svg).',
    ],
  }
}
