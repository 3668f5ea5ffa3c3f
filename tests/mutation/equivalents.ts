/** Faults that change no result, or only the last digits or the speed, so that no test could tell. */
export const EQUIVALENTS: readonly { file: string; after: string; because: string }[] = []
