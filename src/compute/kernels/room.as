// What a thread notes of the points of one chunk that may have come nearer to another centroid.
import { groups, scratch, width } from './state'

export const chunk: i32 = 128

const perPoint: usize = <usize>chunk << 2

/** Squared distances of four points from an octet, then their squares and steps. */
export function results(): usize { return scratch }
export function fourSquares(): usize { return scratch + 128 }
export function fourSteps(): usize { return scratch + 144 }

export function ids(): usize { return scratch + 192 }
export function own(): usize { return ids() + perPoint }
export function squares(): usize { return own() + perPoint }
export function steps(): usize { return squares() + perPoint }
export function rowAddresses(): usize { return steps() + perPoint }
/** Bit g: group g must be looked at. */
export function masks(): usize { return rowAddresses() + perPoint }
export function counts(): usize { return masks() + perPoint }
/** Least and second least squared distance in a group, the own centroid left out, and whose is the least. */
export function least(): usize { return counts() + 256 }
export function second(): usize { return least() + perPoint * <usize>groups }
export function whose(): usize { return second() + perPoint * <usize>groups }
export function lists(): usize { return whose() + perPoint * <usize>groups }
export function rows(): usize { return lists() + perPoint * <usize>groups }

export function row(t: i32): usize { return rows() + ((<usize>t * <usize>width) << 1) }
