import { cube } from '#stats/cube.ts'
import { cubeSurvey } from '../cubeSurvey.ts'

// One cube in a process of its own: cube.ts RESPONDENTS SHARE. Prints seconds of the computing and the most memory the process ever held, in MB.
const { request } = cubeSurvey(Number(process.argv[2]), Number(process.argv[3]))
const before = process.resourceUsage().maxRSS
const start = process.hrtime.bigint()
const { se } = cube(request)
const seconds = Number(process.hrtime.bigint() - start) / 1e9
const megabytes = (kilobytes: number): number => Math.round(kilobytes / 1000)
process.stdout.write(`${seconds} ${megabytes(process.resourceUsage().maxRSS)} ${megabytes(before)} ${se.length}`)
