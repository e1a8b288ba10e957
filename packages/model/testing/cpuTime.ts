/** CPU milliseconds this thread has used: what work costs, whatever else the machine is doing. Node only. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
