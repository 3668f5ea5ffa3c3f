import { findFields, refusalOf, type Field } from '../head.ts'
import { hasAll, type KindReader } from '../kindReader.ts'

const required: readonly Field[] = ['respondent', 'zone', 'service', 'criterion', 'score'].map((field) => ({
  field,
  names: [field],
  required: true,
}))
const fields: readonly Field[] = [...required, ...['weight', 'stratum', 'cluster'].map((field) => ({ field, names: [field] }))]

/** Answers that someone else collected, in long form. Their rows are read by the survey's own reader (`answersFromFile`); here they are only recognised. */
export const answers: KindReader = {
  kind: 'answers',
  recognises: (head) => hasAll(head, ['respondent'], ['service'], ['criterion', 'score']),
  plan(head, context) {
    const refusal = refusalOf('answers', head, fields, context)
    if (refusal) return refusal
    const { mapping } = findFields(head, fields, context.mapping)
    return { kind: 'answers', dataset: null, source: null, licence: null, referenceDate: null, mapping, read: () => undefined }
  },
}
