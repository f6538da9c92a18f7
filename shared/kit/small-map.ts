/** What is asked of a map that holds one or two things: any `Map` is one. */
export interface MapLike<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): unknown
  delete(key: K): boolean
}

/**
 * A map that nearly always holds none or one: the first is held in place, and a real map is made for the second. A
 * consultation has a million of these, and an empty `Map` takes as much memory as ten fields.
 */
export class SmallMap<K, V> implements MapLike<K, V> {
  #size = 0
  #key: K | undefined = undefined
  #value: V | undefined = undefined
  #many: Map<K, V> | null = null

  get size(): number {
    return this.#many === null ? this.#size : this.#many.size
  }

  get(key: K): V | undefined {
    if (this.#many !== null) return this.#many.get(key)
    return this.#size === 1 && this.#key === key ? this.#value : undefined
  }

  has(key: K): boolean {
    return this.#many === null ? this.#size === 1 && this.#key === key : this.#many.has(key)
  }

  set(key: K, value: V): void {
    if (this.#many === null && this.#size === 1 && this.#key !== key) this.#many = new Map(this.#list())
    if (this.#many !== null) this.#many.set(key, value)
    else [this.#size, this.#key, this.#value] = [1, key, value]
  }

  delete(key: K): boolean {
    if (this.#many !== null) return this.#many.delete(key)
    if (!this.has(key)) return false
    ;[this.#size, this.#key, this.#value] = [0, undefined, undefined]
    return true
  }

  forEach(tell: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) tell(value, key, this)
  }

  entries(): MapIterator<[K, V]> {
    return this.#many === null ? this.#list()[Symbol.iterator]() : this.#many.entries()
  }

  keys(): MapIterator<K> {
    return this.#many === null ? (this.#size === 0 ? [] : [this.#key as K])[Symbol.iterator]() : this.#many.keys()
  }

  values(): MapIterator<V> {
    return this.#many === null ? (this.#size === 0 ? [] : [this.#value as V])[Symbol.iterator]() : this.#many.values()
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  #list(): [K, V][] {
    return this.#size === 0 ? [] : [[this.#key as K, this.#value as V]]
  }
}

/** A small map of these entries; of those of another map, a copy. */
export function smallMapOf<K, V>(entries: Iterable<readonly [K, V]>): SmallMap<K, V> {
  const map = new SmallMap<K, V>()
  for (const [key, value] of entries) map.set(key, value)
  return map
}
