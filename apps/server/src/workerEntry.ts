/** A worker's script `name`, beside the file at `here`: as a bundle when that is one, as TypeScript (which Node 24 reads) in tests. */
export const workerEntry = (name: string, here: string): URL =>
  new URL(`./${name}.${here.endsWith('.ts') ? 'ts' : 'js'}`, here)
