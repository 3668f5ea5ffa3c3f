import { buildMatrix, membership } from '#domain/matrix'
import { itemCodes, type RowIssue } from '#domain/survey'
import type { Language } from '#kernel/bilingual.ts'
import { DomainError } from '#kernel/result.ts'
import { matrixDocumentOf, type MatrixDocument, type MatrixSource } from './matrixContract.ts'
import { chooseFileMatrix, matrixResult, type MatrixResult } from './matrixResult.ts'
import { withAtlas, type Observatory } from './observatory.ts'
import type { MatrixQuery } from './portal.ts'
import { readAnswers, type AnswersFile } from './readAnswers.ts'

function sourceOf(result: MatrixResult, language: Language): MatrixSource {
  const { survey, weighting, respondents, respondentsHere } = result
  return {
    title: survey.title[language],
    kind: 'survey',
    synthetic: survey.synthetic,
    respondents,
    respondentsInTerritory: respondentsHere,
    from: survey.fieldStart,
    to: survey.fieldEnd,
    weights: weighting.report.method,
  }
}

/** The document of a matrix computed from the stored survey. */
export async function storedMatrixDocument(
  obs: Observatory,
  query: MatrixQuery & { detail: boolean; language: Language },
): Promise<MatrixDocument> {
  return withAtlas(obs, async (reader) => {
    const { result } = await matrixResult(obs, reader, query)
    return matrixDocumentOf(result.matrix, [sourceOf(result, query.language)], query.detail)
  })
}

/** Faults in a file of answers, all of them, by line. */
export class AnswersRefused extends Error {
  readonly file: string
  readonly issues: readonly RowIssue[]

  constructor(file: string, issues: readonly RowIssue[]) {
    super(`${issues.length} faults in ${file}`)
    this.name = 'AnswersRefused'
    this.file = file
    this.issues = issues
  }
}

/**
 * The document of a matrix computed from answers that someone else collected. Whoever brings the records may see every cell, so none is
 * suppressed; thin ones get no verdict all the same. Throws AnswersRefused with every fault when the file cannot be used.
 */
export async function fileMatrixDocument(
  obs: Observatory,
  query: MatrixQuery & { detail: boolean },
  file: AnswersFile,
): Promise<MatrixDocument> {
  if (query.group) throw new DomainError('group.notInFile', { code: query.group })
  return withAtlas(obs, async (_reader, { geography }) => {
    const choice = chooseFileMatrix(geography, query)
    if (choice.rule.by === 'importance') throw new DomainError('rule.needsImportance', { code: choice.rule.code })
    const zones = [choice.territory.code, choice.against.code]
    const { answers, issues, columns } = readAnswers(file, geography, zones)
    if (!answers) throw new AnswersRefused(file.name, issues)
    const matrix = buildMatrix(answers, geography, {
      territory: choice.territory.code,
      against: choice.against.code,
      rule: choice.rule,
      group: null,
      items: itemCodes,
      disclosureThreshold: 0,
    })
    const here = membership(answers, geography, choice.territory.code, null)
    const source: MatrixSource = {
      title: file.name,
      kind: 'file',
      synthetic: false,
      respondents: answers.respondents,
      respondentsInTerritory: here.reduce((sum, flag) => sum + flag, 0),
      from: null,
      to: null,
      weights: columns.includes('weight') ? 'given' : 'equal',
    }
    return matrixDocumentOf(matrix, [source], query.detail)
  })
}
