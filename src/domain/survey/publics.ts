/** The dimensions by which users differ, and their categories: the user groups (publics) of the fiches. */
export const publicDimensions = {
  sex: ['female', 'male'],
  age: ['18-29', '30-44', '45-59', '60-74', '75+'],
  family: ['alone', 'couple', 'coupleWithChildren', 'loneParent'],
  activity: ['employed', 'unemployed', 'retired', 'student', 'atHome'],
  digital: ['atEase', 'withHelp', 'notAtEase'],
} as const

export type PublicDimension = keyof typeof publicDimensions
export type PublicCategory<D extends PublicDimension = PublicDimension> = (typeof publicDimensions)[D][number]
/** A user group as written in addresses and commands, such as `age:75+`. */
export type PublicCode = { [D in PublicDimension]: `${D}:${(typeof publicDimensions)[D][number]}` }[PublicDimension]

export const publicDimensionCodes = Object.keys(publicDimensions) as PublicDimension[]

export const publicCodes: readonly PublicCode[] = publicDimensionCodes.flatMap((dimension) =>
  publicDimensions[dimension].map((category) => `${dimension}:${category}` as PublicCode),
)

export function isPublicCode(text: string): text is PublicCode {
  return (publicCodes as readonly string[]).includes(text)
}
