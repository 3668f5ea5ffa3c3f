/** A small cache of promised values: the least recently used goes when there are more than `size`; a failed one is not kept. */
export class RecentValues<Value> {
  readonly #held = new Map<string, Promise<Value>>()
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const value = this.#held.get(key) ?? make()
    this.#held.delete(key)
    this.#held.set(key, value)
    value.catch(() => this.#held.delete(key))
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#size) break
      this.#held.delete(oldest)
    }
    return value
  }
}
