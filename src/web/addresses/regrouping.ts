/** Pages of this area, in both languages; `:name` stands for a part of the address. */
export const regroupingPaths = {}
