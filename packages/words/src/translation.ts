/** The same keys, other words: a missing or a surplus sentence is a compile error. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }
