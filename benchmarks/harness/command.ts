/** Runs a benchmark as a command: what it throws is told in one line, and the process fails. */
export async function command(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

/** Tells what comes next, where a person looks on. */
export function say(text: string): void {
  if (process.stderr.isTTY) console.error(`… ${text}`);
}
