export { open } from './state'
export { columnSums, columnSquares, quantise } from './quantise'
export { assign } from './assign'
export { inertia } from './inertia'
