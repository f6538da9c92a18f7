/** The same function of a text, which works out each answer once: for work that asks the same of thousands of records. */
export function remember<V>(work: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as V
    const value = work(key)
    known.set(key, value)
    return value
  }
}
