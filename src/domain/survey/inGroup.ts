import type { SurveyMembers } from './answers.ts'
import type { PublicCode, PublicDimension } from './publics.ts'

/** The dimension and the category of a user group: `age:75+` is `age` and `75+`. */
export function splitPublic(group: PublicCode): [dimension: PublicDimension, category: string] {
  return group.split(/:(.*)/) as [PublicDimension, string]
}

/** Whether a respondent, by index, belongs to a user group; everybody does where none is asked. */
export function inGroup(members: SurveyMembers, group: PublicCode | null): (respondent: number) => boolean {
  if (group === null) return () => true
  const [dimension, category] = splitPublic(group)
  const categories = members.publics.get(dimension)
  return (respondent) => categories?.[respondent] === category
}
