/** Tells the CPU time of the whole process so far, its threads and its own start included, in milliseconds, and ends. */
export function tellAndEnd(): void {
  const { user, system } = process.cpuUsage();
  console.log((user + system) / 1000);
  process.exit();
}
