import type { DeskTools } from '../deskTools.ts'

/** Weights of a survey: how they are made, what they are worth, which version is in force. */
export interface WeightDesk {
  readonly tools: DeskTools
}

export function createWeightDesk(tools: DeskTools): WeightDesk {
  return { tools }
}
